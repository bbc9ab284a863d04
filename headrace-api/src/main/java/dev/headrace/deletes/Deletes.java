package dev.headrace.deletes;

import java.util.Locale;

/** What becomes of rows whose records are no longer at the source. */
public enum Deletes {
    /** They stay as they are. */
    NONE,
    /** They stay, and are marked with the time at which they were missed, in {@link #COLUMN}. */
    SOFT,
    /** They are deleted, with everything nested below them. */
    HARD;

    /**
     * The column of a root table that has the mark: a timestamp with time zone; null in rows that are there. A row that comes
     * back loses its mark.
     */
    public static final String COLUMN = "_headrace_deleted_at";

    /** What was done to a row, such as {@code deleted}. */
    public String done() {
        return switch (this) {
            case NONE -> "left as it is";
            case SOFT -> "marked as deleted";
            case HARD -> "deleted";
        };
    }

    /** The lower-case name used in configurations. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
