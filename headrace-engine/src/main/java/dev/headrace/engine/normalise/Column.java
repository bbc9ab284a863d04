package dev.headrace.engine.normalise;

import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.convert.IsoTimestamp;
import dev.headrace.json.JsonScanner;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import org.jspecify.annotations.Nullable;

/** A column while it is being filled: puts values that fit its type, and sends others to the columns of their own type. */
final class Column {

    /** Bytes: several copies of a value are in memory on its way, and databases have less of it than we. */
    static final int LONGEST_TEXT = 50_000_000;

    private static final int TYPES = DataType.values().length;

    final String name;
    final DataType type;
    final boolean required;

    /**
     * The kind of JSON value that is likely to fit, one of the constants of {@link JsonScanner}; {@code TRUE} stands for both truth
     * values, 0 for none. Told from here, the way of a value is known sooner than from the type.
     */
    final int usual;

    /** The values of the new rows. */
    final ColumnBuffer buffer;

    /** More than one key leads here: a row may then have two values for it. */
    boolean shared;

    /** The key that led here first; null until one did. */
    @Nullable
    String rawPath;

    /** The row that had a value last, by its serial number. */
    private long touched;

    /** By what they are named after, which is not always their own type. */
    private final @Nullable Column[] variants = new Column[TYPES];

    Column(ColumnSchema schema, ColumnBuffer buffer) {
        this.name = schema.name();
        this.type = schema.requiredType();
        this.required = !schema.nullable();
        this.buffer = buffer;
        this.usual = usual(type);
    }

    private static int usual(DataType type) {
        return switch (type) {
            case TEXT, TIMESTAMP -> JsonScanner.STRING;
            case BIGINT, DOUBLE -> JsonScanner.NUMBER;
            case BOOL -> JsonScanner.TRUE;
            default -> 0;
        };
    }

    /** Whether the row with that serial number has had a value for this column already, from another key; from now on it has. */
    boolean isSecondIn(long row) {
        boolean second = shared && touched == row;
        touched = row;
        return second;
    }

    @Nullable
    Column variant(DataType of) {
        return variants[of.ordinal()];
    }

    void setVariant(DataType of, Column variant) {
        variants[of.ordinal()] = variant;
    }

    /** Lets go of variants that were taken back. */
    void forget(Forgotten gone) {
        for (int i = 0; i < TYPES; i++) {
            Column variant = variants[i];
            if (variant != null && gone.has(variant)) {
                variants[i] = null;
            }
        }
    }

    /** Puts the value here, in a variant or in a variant of that; false if there is no column for it yet. */
    boolean put(Scalar value, int row) {
        if (accept(value, row)) {
            return true;
        }
        Column variant = variants[value.variantType().ordinal()];
        return variant != null && variant.put(value, row);
    }

    /** Puts the value if it fits. */
    boolean accept(Scalar value, int row) {
        return switch (value.kind) {
            case JsonScanner.STRING -> acceptText(value, row);
            case JsonScanner.NUMBER -> acceptNumber(value, row);
            default -> acceptBoolean(value, row);
        };
    }

    private boolean acceptText(Scalar value, int row) {
        if (value.end - value.start > LONGEST_TEXT) {
            return false;
        }
        return putString(value.bytes, value.start, value.end, row) || value.convertInto(buffer, row);
    }

    /** Puts a string without escapes, if strings like it have this type. */
    boolean putString(byte[] bytes, int start, int end, int row) {
        if (type == DataType.TEXT) {
            boolean fits = end - start <= LONGEST_TEXT;
            if (fits) {
                buffer.putBytes(row, bytes, start, end);
            }
            return fits;
        }
        if (type == DataType.TIMESTAMP) {
            long micros = IsoTimestamp.parse(bytes, start, end);
            if (micros != IsoTimestamp.NONE) {
                buffer.putLong(row, micros);
                return true;
            }
        }
        return false;
    }

    private boolean acceptNumber(Scalar value, int row) {
        return putNumber(value.scanner(), row) || value.convertInto(buffer, row);
    }

    /** Puts the number that was read last, if numbers like it have this type. */
    boolean putNumber(JsonScanner scanner, int row) {
        if (type == DataType.BIGINT && scanner.numberFitsLong()) {
            buffer.putLong(row, scanner.longValue());
            return true;
        }
        if (type == DataType.DOUBLE) {
            buffer.putLong(row, Double.doubleToRawLongBits(scanner.doubleValue()));
            return true;
        }
        return false;
    }

    private boolean acceptBoolean(Scalar value, int row) {
        if (type == DataType.BOOL) {
            buffer.putLong(row, value.kind == JsonScanner.TRUE ? 1 : 0);
            return true;
        }
        return value.convertInto(buffer, row);
    }

    /** Puts compact JSON text of an object or a list; false if it needs a variant that is not there yet. */
    boolean putJson(byte[] json, int length, int row) {
        if (length > LONGEST_TEXT) {
            return false;
        }
        if (type == DataType.JSON || type == DataType.TEXT) {
            buffer.putBytes(row, json, 0, length);
            return true;
        }
        Column variant = variants[DataType.JSON.ordinal()];
        return variant != null && variant.putJson(json, length, row);
    }
}
