package dev.headrace;

import java.util.Locale;

/** The part of a run in which something happened, in the words of the run report's {@code error.phase}. */
public enum Phase {
    CONFIG,
    EXTRACT,
    NORMALIZE,
    LOAD;

    /** The lower-case name used in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
