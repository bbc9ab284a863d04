package dev.headrace.rest.incremental;

import java.util.Locale;

/** The order of cursor values in which an API promises to give its rows; lets reading end early. */
public enum RowOrder {
    /** Growing: a row behind the end is the last one of interest. */
    ASC,
    /** Falling: a row before the start is the last one of interest. */
    DESC;

    /** The name in configurations. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
