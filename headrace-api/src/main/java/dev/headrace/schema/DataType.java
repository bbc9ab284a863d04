package dev.headrace.schema;

import java.util.Locale;
import java.util.Optional;

/** The eleven column types of a schema document; the names are those of dlt. */
public enum DataType {
    TEXT,
    DOUBLE,
    BOOL,
    TIMESTAMP,
    BIGINT,
    BINARY,
    JSON,
    DECIMAL,
    WEI,
    DATE,
    TIME;

    /** The name in schema documents and configurations, such as {@code bigint}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that {@link #label()}; empty if there is none. */
    public static Optional<DataType> ofLabel(String label) {
        for (DataType type : values()) {
            if (type.label().equals(label)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
