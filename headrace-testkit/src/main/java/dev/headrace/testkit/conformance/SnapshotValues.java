package dev.headrace.testkit.conformance;

import java.math.BigInteger;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How SQL values appear in cases. */
final class SnapshotValues {

    private static final BigInteger LARGEST_NUMBER =
            BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE);

    private SnapshotValues() {}

    static @Nullable Object render(Object value, String type) {
        return switch (type) {
            case "TIMESTAMP WITH TIME ZONE" -> timestamp(value.toString()) + "Z";
            case "TIMESTAMP" -> timestamp(value.toString());
            case "BLOB" -> "0x" + HexFormat.of().formatHex(HexFormat.of().parseHex(value.toString()));
            case "DOUBLE" -> number((Double) value);
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> integer(new BigInteger(value.toString()));
            case "JSON" -> CaseFile.parse(value.toString());
            default -> value;
        };
    }

    private static String timestamp(String text) {
        String padded = text.indexOf('-') < 4 ? "0".repeat(4 - text.indexOf('-')) + text : text;
        return padded.endsWith(".000000") ? padded.substring(0, padded.length() - ".000000".length()) : padded;
    }

    private static Object number(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        return Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : value;
    }

    private static Object integer(BigInteger value) {
        return value.abs().compareTo(LARGEST_NUMBER) > 0 ? value.toString() : value.longValueExact();
    }
}
