package dev.headrace.config.python;

import java.util.Optional;
import java.util.function.Function;

/** Fills the placeholders of an f-string; doubled braces are braces. */
final class FormatString {

    private FormatString() {}

    /** @param value gives the text of an expression; empty when it cannot be known */
    static String fill(Program program, Token token, Function<String, Optional<String>> value) {
        String text = token.text();
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = (c == '{' || c == '}') && i + 1 < text.length() && text.charAt(i + 1) == c;
            if (doubled) {
                filled.append(c);
                i++;
            } else if (c == '{') {
                int end = text.indexOf('}', i);
                filled.append(expression(program, token, text.substring(i + 1, Math.max(i + 1, end)), value));
                i = Math.max(i, end);
            } else {
                filled.append(c);
            }
        }
        return filled.toString();
    }

    private static String expression(
            Program program, Token token, String expression, Function<String, Optional<String>> value) {
        String stripped = expression.strip();
        if (stripped.isEmpty() || stripped.matches("(?s).*[!:{\\\\].*")) {
            throw Unreadable.format(program, token, "a placeholder with a format or conversion is code");
        }
        return value.apply(stripped)
                .orElseThrow(() -> Unreadable.format(program, token, "the value of {" + stripped + "} is not a text"));
    }
}
