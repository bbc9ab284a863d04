package dev.headrace.engine.normalise;

import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.convert.Coercion;
import dev.headrace.engine.convert.IsoTimestamp;
import dev.headrace.json.JsonScanner;
import dev.headrace.schema.DataType;

/** The string, number or boolean that was read last: one object, filled again and again. */
final class Scalar {

    /** Digits of the widest whole number that a WEI column holds. */
    private static final int WEI_DIGITS = 38;

    /** One of the constants of {@link JsonScanner}: STRING, NUMBER, TRUE or FALSE. */
    int kind;

    /** Where the text of a string (without quotes and escapes) or of a number is. */
    byte[] bytes = {};

    int start;
    int end;

    private JsonScanner scanner = new JsonScanner();
    private final Coercion coercion = new Coercion();
    private byte[] unescaped = {};

    /** Reads the value of that kind that comes next. */
    void read(JsonScanner from, byte[] source, int nextKind) {
        switch (nextKind) {
            case JsonScanner.STRING -> from.readString();
            case JsonScanner.NUMBER -> from.readNumber();
            default -> from.readBoolean();
        }
        take(from, source, nextKind);
    }

    /** Becomes the value of that kind that the scanner has just read. */
    void take(JsonScanner from, byte[] source, int readKind) {
        kind = readKind;
        scanner = from;
        bytes = source;
        if (readKind == JsonScanner.STRING) {
            takeString();
        } else if (readKind == JsonScanner.NUMBER) {
            start = from.numberStart();
            end = from.numberEnd();
        }
    }

    private void takeString() {
        start = scanner.stringStart();
        end = scanner.stringEnd();
        if (scanner.stringHasEscapes()) {
            unescape();
        }
    }

    private void unescape() {
        if (unescaped.length < end - start) {
            unescaped = new byte[(end - start) * 2];
        }
        end = scanner.unescape(start, end, unescaped, 0);
        start = 0;
        bytes = unescaped;
    }

    /** Becomes a string. */
    void setText(byte[] text, int length) {
        kind = JsonScanner.STRING;
        bytes = text;
        start = 0;
        end = length;
    }

    /** Whether it is a string with U+0000. */
    boolean hasNul() {
        // only an escape makes one
        return kind == JsonScanner.STRING && bytes == unescaped && Characters.haveNul(bytes, start, end);
    }

    /** Has read the number, if the value is one. */
    JsonScanner scanner() {
        return scanner;
    }

    /** The type that a column gets from this value. */
    DataType type() {
        return switch (kind) {
            case JsonScanner.STRING ->
                IsoTimestamp.parse(bytes, start, end) == IsoTimestamp.NONE ? DataType.TEXT : DataType.TIMESTAMP;
            case JsonScanner.NUMBER -> numberType();
            default -> DataType.BOOL;
        };
    }

    /** What the variant for this value is named after: any string counts as text, whatever its column's type becomes. */
    DataType variantType() {
        return kind == JsonScanner.STRING ? DataType.TEXT : type();
    }

    private DataType numberType() {
        if (!scanner.numberIsIntegral()) {
            return DataType.DOUBLE;
        }
        if (scanner.numberFitsLong()) {
            return DataType.BIGINT;
        }
        return digits() <= WEI_DIGITS ? DataType.WEI : DataType.TEXT;
    }

    /** Puts the value as another type than its own, if it converts. */
    boolean convertInto(ColumnBuffer buffer, int row) {
        if (!converts(buffer.type())) {
            return false;
        }
        if (buffer.isWide()) {
            buffer.putBytes(row, coercion.bytes(), coercion.start(), coercion.end());
        } else {
            buffer.putLong(row, coercion.longValue());
        }
        return true;
    }

    private boolean converts(DataType target) {
        return switch (kind) {
            case JsonScanner.STRING -> coercion.fromText(target, bytes, start, end);
            case JsonScanner.NUMBER -> numberConverts(target);
            default -> coercion.fromBool(target, kind == JsonScanner.TRUE);
        };
    }

    private boolean numberConverts(DataType target) {
        if (scanner.numberFitsLong()) {
            return coercion.fromLong(target, scanner.longValue());
        }
        if (!scanner.numberIsIntegral()) {
            return coercion.fromDouble(target, scanner.doubleValue());
        }
        // Beyond 64 bits: the digits as text keep their value where a double would not.
        return switch (target) {
            case TEXT -> coercion.fromText(target, bytes, start, end);
            case DECIMAL, WEI -> digits() <= WEI_DIGITS && coercion.fromText(target, bytes, start, end);
            case BIGINT, JSON, BINARY, TIME -> false;
            case DOUBLE, BOOL, TIMESTAMP, DATE -> coercion.fromDouble(target, scanner.doubleValue());
        };
    }

    private int digits() {
        return end - start - (bytes[start] == '-' ? 1 : 0);
    }
}
