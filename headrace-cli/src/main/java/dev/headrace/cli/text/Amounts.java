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

    /**
     * What is in quarantine: {@code 3 records}, {@code 1 failed request}, {@code 2 records and 1 failed request}.
     *
     * @param count both together
     * @param requests how many of them are failed requests
     */
    public static String quarantined(long count, long requests) {
        String records = counted(count - requests, "record");
        String failed = counted(requests, "failed request");
        return requests == 0 ? records : count == requests ? failed : records + " and " + failed;
    }

    private static String counted(long number, String thing) {
        return grouped(number) + " " + thing + (number == 1 ? "" : "s");
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
