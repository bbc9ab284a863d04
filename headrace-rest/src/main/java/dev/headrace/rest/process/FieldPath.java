package dev.headrace.rest.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A field of a record, or a field within it: keys separated by dots. Where a value on the way is a list, the path means the
 * field of each of its elements.
 *
 * @param keys at least one, none empty
 */
public record FieldPath(List<String> keys) {

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public FieldPath {
        keys = List.copyOf(keys);
    }

    /**
     * Reads a path such as {@code author.email}.
     *
     * @throws IllegalArgumentException when the text is none: says what to write instead
     */
    public static FieldPath of(String text) {
        String[] keys = DOT.split(text, -1);
        if (Arrays.stream(keys).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no path: write keys separated by dots, such as author.email");
        }
        if (text.indexOf('[') >= 0
                || text.startsWith("$.")
                || Arrays.asList(keys).contains("*")) {
            throw new IllegalArgumentException("'" + text + "' is no path: write keys separated by dots, such as "
                    + plain(text) + "; a path goes through all elements of a list by itself");
        }
        return new FieldPath(List.of(keys));
    }

    private static String plain(String text) {
        String plain = text.replaceAll("^\\$\\.", "")
                .replaceAll("\\[['\"]?([^]'\"*\\d][^]'\"]*)['\"]?]", ".$1")
                .replaceAll("\\[[^]]*]?", "")
                .replaceAll("\\.\\*(?=\\.|$)", "")
                .replaceAll("^\\.+|\\.+$", "");
        return plain.isBlank() ? "author.email" : plain;
    }

    String first() {
        return keys.get(0);
    }

    String last() {
        return keys.get(keys.size() - 1);
    }

    boolean isKey() {
        return keys.size() == 1;
    }

    /** Without the first key; there must be another. */
    FieldPath rest() {
        return new FieldPath(keys.subList(1, keys.size()));
    }

    /** All keys but the last. */
    List<String> owner() {
        return keys.subList(0, keys.size() - 1);
    }

    /** The same place with another last key. */
    FieldPath named(String name) {
        List<String> renamed = new ArrayList<>(owner());
        renamed.add(name);
        return new FieldPath(renamed);
    }

    /** Whether {@code other} is this field or one within it. */
    boolean holds(FieldPath other) {
        return other.keys.size() >= keys.size()
                && other.keys.subList(0, keys.size()).equals(keys);
    }

    /** As {@link #holds}, where names that a destination may write alike are taken for the same. */
    boolean mayHold(FieldPath other) {
        return new FieldPath(keys.stream().map(FieldPath::folded).toList())
                .holds(new FieldPath(other.keys.stream().map(FieldPath::folded).toList()));
    }

    /** The field in {@code target} that is there what {@code inner}, which this one holds, is here. */
    FieldPath moved(FieldPath inner, FieldPath target) {
        List<String> moved = new ArrayList<>(target.keys);
        moved.addAll(inner.keys.subList(keys.size(), inner.keys.size()));
        return new FieldPath(moved);
    }

    /** A name without what naming conventions change. */
    static String folded(String key) {
        return MARKS.matcher(key).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return String.join(".", keys);
    }
}
