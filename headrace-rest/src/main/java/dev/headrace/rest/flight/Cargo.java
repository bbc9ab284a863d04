package dev.headrace.rest.flight;

/** What a flight brings. */
public interface Cargo {

    /** Memory that it takes while it waits, in bytes. */
    long bytes();
}
