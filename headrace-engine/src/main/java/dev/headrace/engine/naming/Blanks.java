package dev.headrace.engine.naming;

/** What counts as blank: all white space of Unicode, no-break spaces and the next-line character included. */
final class Blanks {

    private static final int NEXT_LINE = 0x85;

    private Blanks() {}

    static boolean isBlank(String text) {
        return text.codePoints().allMatch(Blanks::isBlank);
    }

    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == NEXT_LINE;
    }
}
