package dev.headrace.engine.column;

import dev.headrace.schema.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows columns as text: one entry per row, null where there is no value. */
public final class BatchText {

    private BatchText() {}

    public static List<@Nullable String> values(ColumnBuffer column, int rows) {
        List<@Nullable String> values = new ArrayList<>();
        int next = 0;
        for (int row = 0; row < rows; row++) {
            boolean present = column.isPresent(row);
            values.add(present ? value(column, column.isConstant() ? 0 : next) : null);
            next += present ? 1 : 0;
        }
        return values;
    }

    private static String value(ColumnBuffer column, int index) {
        return column.isWide() ? text(column, index) : number(column.type(), column.longs()[index]);
    }

    private static String number(DataType type, long value) {
        return switch (type) {
            case BOOL -> value == 0 ? "false" : "true";
            case DOUBLE -> Double.toString(Double.longBitsToDouble(value));
            case TIMESTAMP -> Instant.EPOCH.plus(value, ChronoUnit.MICROS).toString();
            case DATE -> LocalDate.ofEpochDay(value).toString();
            case TIME -> LocalTime.ofNanoOfDay(value * 1000).toString();
            default -> Long.toString(value);
        };
    }

    private static String text(ColumnBuffer column, int index) {
        ByteBuffer bytes =
                ByteBuffer.wrap(column.bytes(), 0, column.byteLength()).order(ByteOrder.LITTLE_ENDIAN);
        int start = column.starts()[index];
        byte[] value = new byte[bytes.getInt(start)];
        bytes.get(start + 4, value);
        return column.type() == DataType.BINARY
                ? HexFormat.of().formatHex(value)
                : new String(value, StandardCharsets.UTF_8);
    }
}
