package dev.headrace.rest.limit;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as configurations have them: {@code 1000}, {@code 64KB}, {@code 256MB}, {@code 1.5GB}; a KB is 1024. */
public final class SizeText {

    private static final Map<String, Long> UNITS =
            Map.of("", 1L, "B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);
    private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*([KMG]?)(?:i?B)?");

    private SizeText() {}

    /**
     * A number of bytes.
     *
     * @throws dev.headrace.ConfigException when it is none, or not in {@code 1..most}
     */
    public static long read(ConfigNode node, long most) {
        long size = node.kind() == Kind.TEXT ? parse(node) : node.integer();
        if (size < 1 || size > most) {
            throw node.error("it is " + write(size) + "; it must be at least 1 B and at most " + write(most));
        }
        return size;
    }

    private static long parse(ConfigNode node) {
        Matcher form = FORM.matcher(node.text().strip());
        if (!form.matches()) {
            throw node.error(
                    "'" + node.text() + "' is no size. Give a number of bytes, or a text such as 64KB, 256MB, 1GB");
        }
        String unit = form.group(2).toUpperCase(Locale.ROOT);
        long factor = UNITS.getOrDefault(unit.isEmpty() ? "" : unit + "B", 1L);
        return (long) (Double.parseDouble(form.group(1)) * factor);
    }

    /** In the largest unit that needs no fraction. */
    public static String write(long bytes) {
        for (String unit : new String[] {"GB", "MB", "KB"}) {
            long length = UNITS.getOrDefault(unit, 1L);
            if (bytes != 0 && bytes % length == 0) {
                return bytes / length + " " + unit;
            }
        }
        return bytes + " B";
    }
}
