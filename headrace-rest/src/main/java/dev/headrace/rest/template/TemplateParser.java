package dev.headrace.rest.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the notation of a {@link Template}; used once. */
final class TemplateParser {

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;

    TemplateParser(String text) {
        this.text = text;
    }

    Template parse() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '{' && c != '}') {
                literal.append(c);
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == c) {
                literal.append(c);
                at += 2;
            } else if (c == '{') {
                endLiteral();
                parts.add(placeholder());
            } else {
                throw new IllegalArgumentException(loneBrace('}'));
            }
        }
        endLiteral();
        return new Template(parts);
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private Part.Placeholder placeholder() {
        int start = at + 1;
        int end = endOfExpression(start);
        String expression = text.substring(start, end);
        Character conversion = null;
        at = end;
        if (text.charAt(at) == '!') {
            conversion = conversion();
        }
        FormatSpec format = text.charAt(at) == ':' ? format() : null;
        if (text.charAt(at) != '}') {
            throw new IllegalArgumentException("expected '}' behind '{" + expression + "' in '" + text + "'");
        }
        at++;
        return new Part.Placeholder(expression, conversion, format);
    }

    /** Inside square brackets a colon or an exclamation mark belongs to the expression. */
    private int endOfExpression(int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == '}' || depth == 0 && (c == '!' || c == ':')) {
                return i;
            }
            if (c == '{') {
                throw new IllegalArgumentException(loneBrace('{'));
            }
        }
        throw new IllegalArgumentException(loneBrace('{'));
    }

    private Character conversion() {
        char conversion = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if ("rsa".indexOf(conversion) < 0 || at + 2 >= text.length()) {
            throw new IllegalArgumentException("unknown conversion in '" + text + "'. Known: !r, !s, !a");
        }
        at += 2;
        return conversion;
    }

    private @Nullable FormatSpec format() {
        int end = text.indexOf('}', at);
        if (end < 0) {
            throw new IllegalArgumentException(loneBrace('{'));
        }
        String notation = text.substring(at + 1, end);
        at = end;
        return notation.isEmpty() ? null : FormatSpec.parse(notation);
    }

    private String loneBrace(char brace) {
        return "a single '" + brace + "' in '" + text + "'; double it to send it as it is, or write {name}";
    }
}
