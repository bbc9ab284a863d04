package dev.headrace.bench.events;

import java.util.Arrays;

/** A growing text in UTF-8. Callers {@linkplain #reserve reserve} room, then write without further checks of ours. */
final class TextBytes {

    private static final byte[] HEX = Words.utf8("0123456789abcdef");
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private byte[] bytes = new byte[1 << 20];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    void reserve(int room) {
        if (bytes.length - length < room) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + room));
        }
    }

    void put(byte[] text) {
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    void put(char ascii) {
        bytes[length++] = (byte) ascii;
    }

    void put(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
    }

    void hex(long value, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(int) (value >>> shift) & 15];
        }
    }

    /** A number that is not negative, with leading zeros up to {@code width}. */
    void decimal(long value, int width) {
        int end = length + Math.max(width, digits(value));
        long rest = value;
        for (int i = end - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length = end;
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** An amount of cents as a decimal fraction. */
    void cents(long value) {
        decimal(value / 100, 1);
        put('.');
        decimal(value % 100, 2);
    }

    /**
     * A reading of the clock in ISO 8601 with milliseconds; the date by Howard Hinnant's civil_from_days.
     *
     * @param millis since 1970-01-01T00:00 of the same clock
     * @param zone written behind it
     */
    void timestamp(long millis, byte[] zone) {
        long days = Math.floorDiv(millis, MILLIS_PER_DAY);
        date(days);
        put('T');
        time(millis - days * MILLIS_PER_DAY);
        put(zone);
    }

    private void date(long daysSinceEpoch) {
        long shifted = daysSinceEpoch + 719_468;
        long era = Math.floorDiv(shifted, 146_097);
        long day = shifted - era * 146_097;
        long year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        long dayOfYear = day - (365 * year + year / 4 - year / 100);
        long monthFromMarch = (5 * dayOfYear + 2) / 153;
        long month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        decimal(year + era * 400 + (month <= 2 ? 1 : 0), 4);
        put('-');
        decimal(month, 2);
        put('-');
        decimal(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 2);
    }

    private void time(long millis) {
        decimal(millis / 3_600_000, 2);
        put(':');
        decimal(millis / 60_000 % 60, 2);
        put(':');
        decimal(millis / 1000 % 60, 2);
        put('.');
        decimal(millis % 1000, 3);
    }
}
