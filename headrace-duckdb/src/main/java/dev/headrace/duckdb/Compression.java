package dev.headrace.duckdb;

import java.util.Locale;

/** How the text of new tables is compressed. Tables that are there already keep what they have. */
public enum Compression {
    /**
     * Ids, and columns of which a large first load shows that their values differ, are compressed with zstd, where the file's
     * storage version has that: DuckDB's part of a load takes about a sixth less time. The default.
     */
    FAST,
    /** DuckDB chooses, as for tables that are made by hand: files are usually an eighth smaller, and text is read faster. */
    SMALL;

    /** The name in configurations, such as {@code fast}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
