package dev.headrace.config.tree;

/**
 * Where a value was written.
 *
 * @param origin the file as the user named it, or what stands for one: {@code in code}, {@code --set}
 * @param line counted from 1; 0 when the origin has no lines
 * @param column counted from 1 in characters; 0 when the origin has no lines
 */
public record Place(String origin, int line, int column) {

    private static final Place CODE = new Place("in code", 0, 0);

    /** A value that a Java program gave. */
    public static Place inCode() {
        return CODE;
    }

    /** A value from an origin that has no lines. */
    public static Place of(String origin) {
        return new Place(origin, 0, 0);
    }

    /** Line and column for people, without the origin; the origin where there are none. */
    public String position() {
        return line == 0 ? origin : line + ":" + column;
    }

    /** For messages: {@code calendar.yml:14:7}. */
    @Override
    public String toString() {
        return line == 0 ? origin : origin + ":" + line + ":" + column;
    }
}
