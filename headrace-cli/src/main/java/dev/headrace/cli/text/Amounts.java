package dev.headrace.cli.text;

import java.util.Locale;

/** Numbers and sizes. */
public final class Amounts {

    private static final int MANY_KILOBYTES = 100_000;

    private Amounts() {}

    /** With a comma at each thousand: {@code 1,234,567}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** In the unit that shows it best, of a thousand each: {@code 512 B}, {@code 12.3 kB}, {@code 1,234.5 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < MANY_KILOBYTES
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }
}
