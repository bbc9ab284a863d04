package dev.headrace.json.path;

/** A text is not a JSONPath: says at which column, and what was expected there. */
public final class JsonPathException extends RuntimeException {
    private final int column;

    JsonPathException(String path, int column, String problem) {
        super("Cannot read the JSONPath " + (path.isEmpty() ? "''" : path) + ": " + problem + " at column " + column);
        this.column = column;
    }

    /** The column of the offending character, counted from 1; one more than the length when the text ends too early. */
    public int column() {
        return column;
    }
}
