package dev.headrace.engine.parquet;

/** How values lie in a file; the numbers are those of the format. */
enum PhysicalType {
    BOOLEAN(0),
    INT32(1),
    INT64(2),
    DOUBLE(5),
    BYTE_ARRAY(6);

    private final int code;

    PhysicalType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The bytes of so many values, where the type alone tells them. */
    long length(int values) {
        return switch (this) {
            case BOOLEAN -> (values + 7L) / 8;
            case INT32 -> values * 4L;
            case INT64, DOUBLE -> values * 8L;
            case BYTE_ARRAY -> throw new IllegalStateException("values differ in length");
        };
    }

    /** Whether least and greatest values are told. Not for DOUBLE, where NaN has no place in the order. */
    boolean hasRange() {
        return this == INT32 || this == INT64;
    }
}
