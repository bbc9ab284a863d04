package dev.headrace.rest.incremental;

import java.util.Locale;

/** What becomes of a row without a cursor value. */
public enum MissingCursor {
    /** The run fails. */
    RAISE,
    /** It is loaded, in every run. */
    INCLUDE,
    /** It is left out. */
    EXCLUDE;

    /** The name in configurations. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
