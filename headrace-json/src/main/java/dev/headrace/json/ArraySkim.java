package dev.headrace.json;

/** Finds the end of an array, and counts its elements, by its brackets, commas and strings alone. */
final class ArraySkim {

    private static final int STRING = 1;
    private static final int OPENING = 2;
    private static final int CLOSING = 3;
    private static final int COMMA = 4;

    /** What a byte outside of strings does; 0 for most. */
    private static final byte[] ROLES = new byte[256];

    static {
        ROLES['"'] = STRING;
        ROLES['['] = OPENING;
        ROLES['{'] = OPENING;
        ROLES[']'] = CLOSING;
        ROLES['}'] = CLOSING;
        ROLES[','] = COMMA;
    }

    private int elements;

    /** How many elements the array has that was passed over last. */
    int elements() {
        return elements;
    }

    /** The index behind the array that opens at {@code from}; the complement of {@code end} if it is not closed. */
    int behind(byte[] source, int from, int end) {
        int depth = 0;
        int commas = 0;
        int at = from;
        while (at < end) {
            switch (ROLES[source[at] & 0xff]) {
                case STRING -> at = closingQuote(source, at + 1, end);
                case OPENING -> depth++;
                case CLOSING -> depth--;
                case COMMA -> commas += depth == 1 ? 1 : 0;
                default -> {}
            }
            at++;
            if (depth == 0) {
                elements = commas > 0 || !isBlank(source, from + 1, at - 1) ? commas + 1 : 0;
                return at;
            }
        }
        return ~end;
    }

    /** The index of the closing quote; {@code end} or beyond if there is none. */
    private static int closingQuote(byte[] source, int from, int end) {
        int at = from;
        while (at <= end - Long.BYTES) {
            long found = Words.quoteOrBackslash(Words.at(source, at));
            if (found == 0) {
                at += Long.BYTES;
                continue;
            }
            at += Long.numberOfTrailingZeros(found) >>> 3;
            if (source[at] == '"') {
                return at;
            }
            at += 2;
        }
        while (at < end && source[at] != '"') {
            at += source[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    private static boolean isBlank(byte[] source, int from, int to) {
        return Literals.afterSpaces(source, from, to) == to;
    }
}
