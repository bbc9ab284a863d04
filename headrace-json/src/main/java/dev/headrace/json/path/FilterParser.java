package dev.headrace.json.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what stands between {@code [?} and {@code ]}. */
final class FilterParser {
    private static final List<String> SIGNS = List.of("==", "<=", ">=", "!=", "=", "<", ">");

    private final PathText text;
    private final PathParser paths;
    private int depth;

    FilterParser(PathText text, PathParser paths) {
        this.text = text;
        this.paths = paths;
    }

    Condition any() {
        List<Condition> conditions = new ArrayList<>();
        do {
            conditions.add(all());
        } while (text.take("||"));
        return conditions.size() == 1 ? conditions.get(0) : new Condition.Any(List.copyOf(conditions));
    }

    private Condition all() {
        List<Condition> conditions = new ArrayList<>();
        do {
            conditions.add(condition());
        } while (text.take("&&") || text.take("&"));
        return conditions.size() == 1 ? conditions.get(0) : new Condition.All(List.copyOf(conditions));
    }

    private Condition condition() {
        if (text.take("!")) {
            return new Condition.Not(new Condition.Exists(paths.path(1)));
        }
        if (!text.take("(")) {
            return comparison();
        }
        if (++depth > 50) {
            throw text.problem("at most 50 parentheses lie inside each other, more do");
        }
        Condition inner = any();
        depth--;
        text.expect(")", "')'");
        return inner;
    }

    private Condition comparison() {
        Step path = paths.path(1);
        if (text.take("=~")) {
            return new Condition.Contains(path, pattern());
        }
        Optional<String> sign = SIGNS.stream().filter(text::take).findFirst();
        return sign.isEmpty()
                ? new Condition.Exists(path)
                : new Condition.Compares(path, Comparison.of(sign.get()), literal());
    }

    private Literal literal() {
        if (text.atQuote()) {
            return new Literal.Text(text.quoted());
        }
        if (text.atNumber()) {
            return number(text.number(true));
        }
        if (!text.atName()) {
            throw text.expected("a number, a quoted text, true, false or null");
        }
        String word = text.name();
        return switch (word) {
            case "true", "false" -> new Literal.Truth(word.equals("true"));
            case "null" -> new Literal.Nothing();
            default -> new Literal.Text(word);
        };
    }

    private static Literal number(String digits) {
        try {
            return new Literal.Whole(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            // A fraction, or digits beyond long: compared as a double.
            return new Literal.Fraction(Double.parseDouble(digits));
        }
    }

    private Pattern pattern() {
        int start = text.position();
        if (!text.atQuote() && !text.atName()) {
            throw text.expected("a regular expression in quotes");
        }
        String expression = text.atQuote() ? text.quoted() : text.name();
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            text.moveTo(start);
            throw text.problem("'" + expression + "' is no regular expression (" + e.getDescription() + ")");
        }
    }
}
