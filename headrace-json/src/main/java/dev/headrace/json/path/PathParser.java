package dev.headrace.json.path;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the grammar of jsonpath-ng. Its operators from loose to tight: {@code ..}, {@code .}, {@code |}, {@code where},
 * {@code wherenot}; brackets take all that stands to their left, back to the last parenthesis.
 */
final class PathParser {
    private static final int MOST_STEPS = 500;
    private static final int DEEPEST = 50;
    private static final int LOOSEST = 1;

    private final PathText text;
    private int steps;
    private int depth;

    PathParser(String path) {
        text = new PathText(path);
    }

    Step parse() {
        Step step = path(LOOSEST);
        if (text.peek() != 0) {
            throw text.expected("'.', '[' or the end");
        }
        return step;
    }

    /** What stands between {@code [?} and {@code ]} of a filter, here alone. */
    Condition parseCondition() {
        Condition condition = new FilterParser(text, this).any();
        if (text.peek() != 0) {
            throw text.expected("a comparison, '&', '||' or the end");
        }
        return condition;
    }

    /** A path whose operators bind at least as tight as {@code tightness}. */
    Step path(int tightness) {
        Step left = primary();
        while (true) {
            if (++steps > MOST_STEPS) {
                throw text.problem("a path has at most " + MOST_STEPS + " steps, this one goes on");
            }
            if (tightness == LOOSEST && text.looksAt("[")) {
                left = new Steps.Child(left, bracket());
                continue;
            }
            Step longer = operator(left, tightness);
            if (longer == null) {
                return left;
            }
            left = longer;
        }
    }

    private @Nullable Step operator(Step left, int tightness) {
        if (tightness <= 1 && text.take("..")) {
            return new Steps.Descendants(left, text.looksAt("[?") ? bracket() : path(2));
        }
        if (tightness <= 2 && !text.looksAt("..") && text.take(".")) {
            return new Steps.Child(left, path(3));
        }
        if (tightness <= 3 && !text.looksAt("||") && text.take("|")) {
            return new Steps.Union(left, path(4));
        }
        if (tightness <= 4 && text.takeName("where")) {
            return new Steps.Where(left, path(5), true);
        }
        return tightness <= 5 && text.takeName("wherenot") ? new Steps.Where(left, path(6), false) : null;
    }

    private Step primary() {
        if (text.atName() || text.atQuote() || text.atNumber()) {
            return fields();
        }
        return switch (text.peek()) {
            case '$' -> punctuation("$", new Steps.Root());
            case '@' -> punctuation("@", new Steps.This());
            case '*' -> punctuation("*", new Steps.Wildcard());
            case '`' -> named();
            case '[' -> bracket();
            case '(' -> parenthesis();
            default -> throw text.expected("a name, '$', '*', '[' or '('");
        };
    }

    private Step punctuation(String sign, Step step) {
        text.take(sign);
        if (text.atName() && !text.looksAt("where")) {
            throw text.expected("'.' or '[' after " + sign);
        }
        return step;
    }

    private Step parenthesis() {
        text.take("(");
        Step inner = nested();
        text.expect(")", "')'");
        return inner;
    }

    private Step nested() {
        if (++depth > DEEPEST) {
            throw text.problem("at most " + DEEPEST + " brackets and filters lie inside each other, more do");
        }
        Step inner = path(LOOSEST);
        depth--;
        return inner;
    }

    private Step fields() {
        if (text.atNumber()) {
            return new Steps.Fields(List.of(text.number(false)));
        }
        List<String> names = new ArrayList<>();
        do {
            names.add(name());
        } while (text.take(","));
        return new Steps.Fields(List.copyOf(names));
    }

    private String name() {
        if (text.atQuote()) {
            return text.quoted();
        }
        if (!text.atName()) {
            throw text.expected("a name");
        }
        return text.name();
    }

    private Step named() {
        int start = text.position();
        String name = text.quoted();
        return switch (name) {
            case "this" -> new Steps.This();
            case "parent" -> new Steps.Parent();
            case "len" -> new Steps.Length();
            case "keys" -> new Steps.Keys();
            default -> {
                text.moveTo(start);
                throw text.problem("expected `this`, `parent`, `len` or `keys` but found `" + name + "`");
            }
        };
    }

    private Step bracket() {
        text.expect("[", "'['");
        Step inner = inBrackets();
        text.expect("]", "']'");
        return inner;
    }

    private Step inBrackets() {
        if (text.take("?")) {
            return filter();
        }
        if (text.take("*")) {
            return new Steps.Slice(null, null, null);
        }
        if (text.atName() || text.atQuote()) {
            return fields();
        }
        if (text.atNumber() || text.looksAt(":")) {
            return indexOrSlice();
        }
        throw text.expected("a name, an index, a slice, '*' or '?'");
    }

    private Step filter() {
        if (++depth > DEEPEST) {
            throw text.problem("at most " + DEEPEST + " brackets and filters lie inside each other, more do");
        }
        Condition condition = new FilterParser(text, this).any();
        depth--;
        return new Steps.Filter(condition);
    }

    private Step indexOrSlice() {
        Integer first = optionalInteger();
        if (first == null || text.looksAt(":")) {
            return slice(first);
        }
        List<Integer> places = new ArrayList<>(List.of(first));
        while (text.take(",")) {
            places.add(text.integer("an index"));
        }
        return new Steps.Index(List.copyOf(places));
    }

    private Step slice(@Nullable Integer start) {
        text.expect(":", "':'");
        Integer end = optionalInteger();
        Integer stride = text.take(":") ? optionalInteger() : null;
        if (stride != null && stride == 0) {
            throw text.problem("the step of a slice is 0, which leads nowhere,");
        }
        return new Steps.Slice(start, end, stride);
    }

    private @Nullable Integer optionalInteger() {
        return text.atNumber() ? text.integer("a number") : null;
    }
}
