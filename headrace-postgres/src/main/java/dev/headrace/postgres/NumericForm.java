package dev.headrace.postgres;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/**
 * Decimal text in the binary form of {@code numeric}: digits to the base 10,000, how many of them stand before the point,
 * the sign, and how many decimal digits follow the point. Used by one thread.
 */
final class NumericForm {

    private static final int BASE_DIGITS = 4;
    private static final int HEADER = 4 * Short.BYTES;
    private static final short NEGATIVE = 0x4000;

    private short[] groups = new short[64];

    /** Writes the number whose ASCII text stands there. */
    void write(byte[] text, int start, int length, CopyBuffer out) throws SQLException {
        if (isPlain(text, start, start + length)) {
            writePlain(text, start, start + length, out);
            return;
        }
        String odd = new String(text, start, length, StandardCharsets.UTF_8);
        byte[] plain;
        try {
            plain = new BigDecimal(odd.strip()).toPlainString().getBytes(StandardCharsets.US_ASCII);
        } catch (NumberFormatException e) {
            throw new RefusedValueException(
                    RefusedValueException.shown(odd) + " is not a decimal number.", PostgresFailures.INVALID_TEXT);
        }
        writePlain(plain, 0, plain.length, out);
    }

    private static boolean isPlain(byte[] text, int start, int end) {
        int digits = 0;
        boolean point = false;
        for (int i = start; i < end; i++) {
            byte c = text[i];
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else if (i > start || c != '-' && c != '+') {
                return false;
            }
        }
        return digits > 0;
    }

    private void writePlain(byte[] text, int start, int end, CopyBuffer out) throws SQLException {
        boolean negative = text[start] == '-';
        int first = negative || text[start] == '+' ? start + 1 : start;
        int point = first;
        while (point < end && text[point] != '.') {
            point++;
        }
        int scale = Math.max(0, end - point - 1);
        // The first group may be short, and so may the last one: both are filled with zeros.
        int wholeGroups = (point - first + BASE_DIGITS - 1) / BASE_DIGITS;
        int count = wholeGroups + (scale + BASE_DIGITS - 1) / BASE_DIGITS;
        fill(text, first, point, end, wholeGroups, count);
        int leading = 0;
        while (leading < count && groups[leading] == 0) {
            leading++;
        }
        int last = count;
        while (last > leading && groups[last - 1] == 0) {
            last--;
        }
        out.int32(HEADER + (last - leading) * Short.BYTES);
        out.int16((short) (last - leading));
        out.int16((short) (last == leading ? 0 : wholeGroups - leading - 1));
        out.int16(negative && last > leading ? NEGATIVE : 0);
        out.int16((short) scale);
        for (int i = leading; i < last; i++) {
            out.int16(groups[i]);
        }
    }

    private void fill(byte[] text, int first, int point, int end, int wholeGroups, int count) {
        if (groups.length < count) {
            groups = new short[count];
        }
        java.util.Arrays.fill(groups, 0, count, (short) 0);
        int place = wholeGroups * BASE_DIGITS - (point - first);
        for (int i = first; i < point; i++) {
            add(place++, text[i]);
        }
        for (int i = point + 1; i < end; i++) {
            add(place++, text[i]);
        }
        for (; place < count * BASE_DIGITS; place++) {
            add(place, (byte) '0');
        }
    }

    private void add(int place, byte digit) {
        int group = place / BASE_DIGITS;
        groups[group] = (short) (groups[group] * 10 + digit - '0');
    }
}
