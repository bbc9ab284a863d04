package dev.headrace.config.python;

/**
 * A word of a Python program.
 *
 * @param text as written; for strings the decoded value, for f-strings what stands between the quotes
 * @param line counted from 1
 * @param column counted from 1
 */
record Token(Type type, String text, int line, int column) {

    enum Type {
        NAME,
        NUMBER,
        STRING,
        BYTES,
        /** A string with placeholders, escapes decoded. */
        FORMAT,
        OPERATOR,
        /** The end of a statement; line ends within brackets are none. */
        NEWLINE,
        END
    }

    boolean is(String operator) {
        return type == Type.OPERATOR && text.equals(operator);
    }

    boolean isName(String name) {
        return type == Type.NAME && text.equals(name);
    }

    boolean endsStatement() {
        return type == Type.NEWLINE || type == Type.END || is(";");
    }
}
