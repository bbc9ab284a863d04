package dev.headrace.testkit.api;

/** One header line as it was sent. */
public record Header(String name, String value) {}
