package dev.headrace.json;

/** The bytes are not the JSON that was asked for: says where, what was expected there, and what stands there instead. */
public final class JsonSyntaxException extends RuntimeException {
    private final int offset;
    private final String expected;
    private final String found;

    JsonSyntaxException(int offset, String expected, String found, String excerpt) {
        super("Cannot read JSON at byte " + offset + ": expected " + expected + " but found " + found + near(excerpt));
        this.offset = offset;
        this.expected = expected;
        this.found = found;
    }

    private static String near(String excerpt) {
        return excerpt.isEmpty() ? "" : "; the text there is: " + excerpt;
    }

    /** The index of the offending byte in the source array; the end of the range when the text ends too early. */
    public int offset() {
        return offset;
    }

    /** What would have been right at {@link #offset()}, in words. */
    public String expected() {
        return expected;
    }

    /** What stands at {@link #offset()}: a character, a byte, or {@code the end of the text}. */
    public String found() {
        return found;
    }
}
