package dev.headrace.config.tree;

import dev.headrace.ConfigException;

/**
 * The text of a document, or of a block in it, and how to say where something stands.
 *
 * @param name the file as the user named it
 * @param text line {@code n} of it is line {@code n} of the document
 * @param margin characters that were cut off at the start of each line of a block
 */
public record SourceText(String name, String text, int margin) {

    private static final int SHOWN = 100;

    public static SourceText of(String name, String text) {
        return new SourceText(name, text, 0);
    }

    /** The place of a line and column, both counted from 1. */
    public Place place(int line, int column) {
        return new Place(name, line, column + margin);
    }

    /** The place of a character, counted from 0. */
    public Place place(int offset) {
        int end = Math.min(offset, text.length());
        int line = 1;
        int start = 0;
        for (int newline = text.indexOf('\n');
                newline >= 0 && newline < end;
                newline = text.indexOf('\n', newline + 1)) {
            line++;
            start = newline + 1;
        }
        return place(line, text.codePointCount(start, end) + 1);
    }

    /** A failure at a place of this text: the place, what is wrong, and the line with a mark under the place. */
    public ConfigException error(Place place, String message) {
        return new ConfigException(place + ": " + message + excerpt(place));
    }

    /** The line of a place with a caret below, each on its own line; empty when there is nothing to show. */
    private String excerpt(Place place) {
        String whole = line(place.line());
        String line = SecretNames.mask(whole);
        int column = place.column() - margin - 1;
        int from = Math.max(0, column - SHOWN);
        if (line.isBlank() || column < 0 || from >= line.length()) {
            return "";
        }
        String shown = line.substring(from, Math.min(line.length(), from + 2 * SHOWN));
        String printable = shown.replaceAll("\\p{Cntrl}", " ");
        boolean caretFits = column <= line.length() && (line.equals(whole) || line.startsWith(head(whole, column)));
        return "\n    " + printable + (caretFits ? "\n    " + " ".repeat(column - from) + "^" : "");
    }

    private static String head(String line, int length) {
        return line.substring(0, Math.min(length, line.length()));
    }

    private String line(int number) {
        int start = 0;
        for (int line = 1; line < number; line++) {
            int newline = text.indexOf('\n', start);
            if (newline < 0) {
                return "";
            }
            start = newline + 1;
        }
        int end = text.indexOf('\n', start);
        return end < 0 ? text.substring(start) : text.substring(start, end);
    }
}
