package dev.headrace.source;

/**
 * A field that the source adds to each record, such as {@code _posts_id} taken from the parent. It replaces a field of the
 * same name.
 */
public record Addition(String key, JsonSlice value) {}
