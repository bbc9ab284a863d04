package dev.headrace.duckdb;

import java.util.Locale;

/** Which DuckDB can open a database file that is made by a load. Existing files keep what they have. */
public enum StorageVersion {
    /** DuckDB 1.0 and every later one; slower to load than the others. */
    OLDEST("v1.0.0"),
    /** DuckDB 1.5 and every later one. The default. */
    COMPATIBLE("v1.5.0"),
    /** The DuckDB of the driver and every later one; smaller files. */
    LATEST("latest");

    private final String option;

    StorageVersion(String option) {
        this.option = option;
    }

    /** The name in configurations, such as {@code compatible}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the database calls it. */
    String option() {
        return option;
    }
}
