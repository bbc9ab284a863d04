package dev.headrace.source;

import java.util.Locale;

/** What happens when other records came than were announced, or when other rows were stored than came. */
public enum CompletenessRule {
    /** It is a warning, and what came is loaded. */
    REPORT,
    /** It is an error, and nothing is loaded. */
    STRICT;

    /** The lower-case name used in configurations. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
