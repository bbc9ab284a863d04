package dev.headrace.json.path;

import java.util.OptionalInt;

/** A cursor over the text of a path: knows characters, names and quotes, but no grammar. For one use by one thread. */
final class PathText {
    private final String text;
    private int at;

    PathText(String text) {
        this.text = text;
    }

    /** The next character that is not blank; 0 at the end. */
    char peek() {
        while (at < text.length() && " \t\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    boolean looksAt(String word) {
        peek();
        return text.startsWith(word, at);
    }

    /** Passes a word of punctuation over if it is next. */
    boolean take(String word) {
        boolean next = looksAt(word);
        at += next ? word.length() : 0;
        return next;
    }

    void expect(String word, String instead) {
        if (!take(word)) {
            throw expected(instead);
        }
    }

    boolean atName() {
        char next = peek();
        return isLetter(next) || next == '@' && at + 1 < text.length() && isLetter(text.charAt(at + 1));
    }

    boolean atQuote() {
        return peek() == '\'' || peek() == '"';
    }

    boolean atNumber() {
        char next = peek();
        return isDigit(next) || next == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }

    /** Passes a whole name over if it is this one. */
    boolean takeName(String name) {
        boolean begins = looksAt(name);
        int behind = at + name.length();
        boolean whole = begins && (behind == text.length() || !isNamePart(text.charAt(behind)));
        at = whole ? behind : at;
        return whole;
    }

    String name() {
        int start = at++;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** The text up to the same quote again; a backslash takes the next character as it is. */
    String quoted() {
        char quote = text.charAt(at++);
        StringBuilder content = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 1 : 0;
            content.append(at < text.length() ? text.substring(at, at + 1) : "");
            at++;
        }
        if (at >= text.length()) {
            at = text.length();
            throw expected("a closing " + quote);
        }
        at++;
        return content.toString();
    }

    /** The digits of a number, with a sign and, if wanted, a fraction. */
    String number(boolean fraction) {
        int start = at++;
        digits();
        boolean more = fraction && at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1));
        if (more) {
            at++;
            digits();
        }
        return text.substring(start, at);
    }

    int integer(String words) {
        if (!atNumber()) {
            throw expected(words);
        }
        int start = at;
        OptionalInt value = parse(number(false));
        if (value.isEmpty()) {
            at = start;
            throw expected("a number of at most 9 digits");
        }
        return value.getAsInt();
    }

    private static OptionalInt parse(String digits) {
        return digits.length() > 9 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    JsonPathException expected(String words) {
        char next = peek();
        return problem("expected " + words + " but found " + (next == 0 ? "the end" : "'" + next + "'"));
    }

    JsonPathException problem(String words) {
        return new JsonPathException(text, at + 1, words);
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    private static boolean isLetter(char next) {
        return next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' || next == '_';
    }

    private static boolean isDigit(char next) {
        return next >= '0' && next <= '9';
    }

    private static boolean isNamePart(char next) {
        return isLetter(next) || isDigit(next) || next == '-' || next == '@';
    }
}
