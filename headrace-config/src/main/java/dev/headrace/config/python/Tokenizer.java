package dev.headrace.config.python;

import dev.headrace.ConfigException;
import dev.headrace.config.python.Token.Type;
import dev.headrace.config.tree.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a Python program into words, as the language's reference has it (section 2, lexical analysis). Used once. */
final class Tokenizer {

    private static final Pattern NUMBER = Pattern.compile("0[xX][\\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+"
            + "|(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][-+]?\\d[\\d_]*)?[jJ]?");
    private static final Pattern PREFIX = Pattern.compile("(?i)([rbuf]{0,2})(\"\"\"|'''|\"|')");
    private static final List<String> LONG_OPERATORS = List.of(
            "**=", "//=", ">>=", "<<=", "...", "**", "->", ":=", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "|=",
            "&=", "%=", "^=", "@=", "//", ">>", "<<");

    private final SourceText source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Token> open = new ArrayList<>();
    private int position;
    private int line;
    private int lineStart;

    private Tokenizer(SourceText source, String text, int line, int column) {
        this.source = source;
        this.text = text;
        this.line = line;
        this.lineStart = 1 - column;
    }

    /** All words of a program; the last one is the end. */
    static List<Token> tokens(SourceText source) {
        return new Tokenizer(source, source.text(), 1, 1).run();
    }

    /** The words of an expression within an f-string that stands at that place. */
    static List<Token> tokens(SourceText source, String expression, Token at) {
        return new Tokenizer(source, expression, at.line(), at.column()).run();
    }

    private List<Token> run() {
        while (position < text.length()) {
            step(text.charAt(position));
        }
        if (!open.isEmpty()) {
            Token bracket = open.get(open.size() - 1);
            throw source.error(
                    source.place(bracket.line(), bracket.column()),
                    "cannot read this as Python: the bracket '" + bracket.text() + "' is never closed");
        }
        add(Type.NEWLINE, "", position);
        add(Type.END, "", position);
        return List.copyOf(tokens);
    }

    private void step(char c) {
        if (c == '\n') {
            newline();
        } else if (c == '#') {
            int end = text.indexOf('\n', position);
            position = end < 0 ? text.length() : end;
        } else if (c == '\\' && text.startsWith("\n", position + 1)) {
            position++;
            advanceLine();
        } else if (Character.isWhitespace(c) || c == '\\' || c == '\uFEFF') {
            position++;
        } else if (!string()) {
            word(c);
        }
    }

    private void newline() {
        if (open.isEmpty() && !tokens.isEmpty()) {
            add(Type.NEWLINE, "", position);
        }
        advanceLine();
    }

    private void advanceLine() {
        position++;
        line++;
        lineStart = position;
    }

    private void word(char c) {
        int start = position;
        Matcher number = NUMBER.matcher(text).region(position, text.length());
        if ((Character.isDigit(c) || c == '.') && number.lookingAt()) {
            position = number.end();
            add(Type.NUMBER, number.group(), start);
        } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
            while (position < text.length() && Character.isUnicodeIdentifierPart(text.charAt(position))) {
                position++;
            }
            add(Type.NAME, text.substring(start, position), start);
        } else {
            operator(start);
        }
    }

    private void operator(int start) {
        String operator = LONG_OPERATORS.stream()
                .filter(candidate -> text.startsWith(candidate, start))
                .findFirst()
                .orElseGet(() -> text.substring(start, start + 1));
        position += operator.length();
        add(Type.OPERATOR, operator, start);
        Token token = tokens.get(tokens.size() - 1);
        if ("([{".contains(operator)) {
            open.add(token);
        } else if (")]}".contains(operator)) {
            close(token);
        }
    }

    private void close(Token token) {
        boolean matches =
                !open.isEmpty() && "([{".indexOf(open.get(open.size() - 1).text()) == ")]}".indexOf(token.text());
        if (!matches) {
            String reason = open.isEmpty()
                    ? "'" + token.text() + "' closes nothing"
                    : "'" + token.text() + "' does not close the '"
                            + open.get(open.size() - 1).text() + "' of line "
                            + open.get(open.size() - 1).line();
            throw mistake(token, reason);
        }
        open.remove(open.size() - 1);
    }

    /** Reads a string where one starts here. */
    private boolean string() {
        Matcher start = PREFIX.matcher(text).region(position, text.length());
        if (!start.lookingAt()) {
            return false;
        }
        String prefix = start.group(1).toLowerCase(Locale.ROOT);
        String quote = start.group(2);
        Token at = new Token(Type.STRING, quote, line, column(position));
        int from = start.end();
        int end = end(from, quote, at);
        String content = text.substring(from, end);
        String value = prefix.contains("r") ? content : PythonEscapes.decode(content, message -> mistake(at, message));
        Type type = prefix.contains("f") ? Type.FORMAT : prefix.contains("b") ? Type.BYTES : Type.STRING;
        add(type, value, position);
        while (position < end + quote.length()) {
            if (text.charAt(position) == '\n') {
                advanceLine();
            } else {
                position++;
            }
        }
        return true;
    }

    private int end(int from, String quote, Token at) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (text.startsWith(quote, i)) {
                return i;
            }
            if (c == '\n' && quote.length() == 1) {
                break;
            }
            if (c == '\\') {
                i++;
            }
        }
        throw mistake(
                at, "the text opened with " + quote + " is not closed" + (quote.length() == 1 ? " on its line" : ""));
    }

    private void add(Type type, String word, int start) {
        tokens.add(new Token(type, word, line, column(start)));
    }

    private int column(int offset) {
        return lineStart <= 0 ? offset - lineStart + 1 : text.codePointCount(lineStart, offset) + 1;
    }

    private ConfigException mistake(Token at, String message) {
        return source.error(source.place(at.line(), at.column()), "cannot read this as Python: " + message);
    }
}
