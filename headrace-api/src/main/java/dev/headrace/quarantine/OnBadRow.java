package dev.headrace.quarantine;

import java.util.Locale;

/** What happens when a record cannot be written. */
public enum OnBadRow {
    /** The run ends, and nothing of it is loaded. The default. */
    FAIL,
    /** The record, whole, is put into {@link ErrorsTable} in the place of its rows, and the run goes on. */
    QUARANTINE;

    /** The name in configurations, such as {@code quarantine}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
