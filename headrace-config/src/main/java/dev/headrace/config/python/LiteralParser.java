package dev.headrace.config.python;

import dev.headrace.ConfigException;
import dev.headrace.config.python.Token.Type;
import dev.headrace.config.tree.Place;
import dev.headrace.config.tree.Scalars;
import dev.headrace.config.tree.Tree;
import dev.headrace.config.tree.TreeLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a literal: dicts, lists, tuples, sets, texts, numbers, the three constants, names that were assigned such values,
 * look-ups of secrets, and calls that only name a dict. Nothing is ever executed. Used once.
 */
final class LiteralParser {

    private static final Map<String, @Nullable Boolean> CONSTANTS = constants();

    private final Program program;
    private final Names names;
    private final List<Token> tokens;

    /** Where names are used, for tokens that are not the program's own; -1 for its own. */
    private final int use;

    private final Reading reading;

    private int depth;
    private int position;

    private LiteralParser(
            Program program, Names names, List<Token> tokens, int use, int position, Reading reading, int depth) {
        this.program = program;
        this.names = names;
        this.tokens = tokens;
        this.use = use;
        this.position = position;
        this.reading = reading;
        this.depth = depth;
    }

    private static Map<String, @Nullable Boolean> constants() {
        Map<String, @Nullable Boolean> constants = new LinkedHashMap<>();
        constants.put("True", true);
        constants.put("False", false);
        constants.put("None", null);
        return constants;
    }

    /** The value whose first token is at {@code index} of the program. */
    static Tree at(Program program, int index) {
        LiteralParser parser =
                new LiteralParser(program, new Names(program), program.tokens(), -1, index, new Reading(), 0);
        Tree tree = parser.expression();
        parser.expectEnd();
        return tree;
    }

    Token peek() {
        return tokens.get(Math.min(position, tokens.size() - 1));
    }

    private Token next() {
        Token token = peek();
        position++;
        return token;
    }

    private boolean accept(String operator) {
        if (!peek().is(operator)) {
            return false;
        }
        position++;
        return true;
    }

    private void expect(String operator) {
        if (!accept(operator)) {
            throw Unreadable.follows(program, peek());
        }
    }

    private void expectEnd() {
        Token token = peek();
        if (!token.endsStatement() && !token.is(",") && !token.is(")") && !token.is("]") && !token.is("}")) {
            throw Unreadable.follows(program, token);
        }
    }

    private Tree expression() {
        reading.count(program, peek());
        if (++depth > TreeLimits.DEPTH) {
            throw Unreadable.mistake(
                    program, peek(), "more than " + TreeLimits.DEPTH + " levels within each other; simplify it");
        }
        Tree sum = operand();
        while (peek().is("+")) {
            Token plus = next();
            sum = joined(plus, sum, operand());
        }
        depth--;
        return sum;
    }

    private Tree joined(Token plus, Tree left, Tree right) {
        if (left instanceof Tree.Sequence first && right instanceof Tree.Sequence second) {
            List<Tree> elements = new ArrayList<>(first.elements());
            elements.addAll(second.elements());
            return new Tree.Sequence(first.place(), elements);
        }
        if (left instanceof Tree.Scalar first
                && right instanceof Tree.Scalar second
                && first.value() instanceof String start
                && second.value() instanceof String end) {
            return Tree.Scalar.of(first.place(), start + end);
        }
        throw Unreadable.follows(program, plus);
    }

    private Tree operand() {
        Token token = peek();
        return switch (token.type()) {
            case STRING, FORMAT -> text();
            case NUMBER -> number(next(), "");
            case NAME -> CONSTANTS.containsKey(token.text()) ? constant() : named();
            case BYTES ->
                throw Unreadable.code(program, token, "b\"...\"", "bytes are not possible here", "write a text");
            case OPERATOR -> bracketOrSign(token);
            default -> throw Unreadable.mistake(program, token, "a value is missing here");
        };
    }

    private Tree bracketOrSign(Token token) {
        position++;
        switch (token.text()) {
            case "{":
                return braces(token);
            case "[":
                return new Tree.Sequence(program.place(token), elements("]"));
            case "(":
                return parentheses(token);
            case "-", "+":
                if (peek().type() == Type.NUMBER) {
                    return number(next(), token.is("-") ? "-" : "");
                }
                throw Unreadable.follows(program, token);
            default:
                position--;
                throw Unreadable.mistake(program, token, "a value is missing before '" + token.text() + "'");
        }
    }

    private Tree constant() {
        Token token = next();
        return new Tree.Scalar(program.place(token), CONSTANTS.get(token.text()), token.text());
    }

    private Tree number(Token token, String sign) {
        String digits = token.text().replace("_", "");
        try {
            return new Tree.Scalar(program.place(token), number(sign, digits), sign + digits);
        } catch (NumberFormatException e) {
            throw Unreadable.mistake(program, token, "this number cannot be read");
        }
    }

    private static Object number(String sign, String digits) {
        String lower = digits.toLowerCase(Locale.ROOT);
        int radix = lower.startsWith("0x") ? 16 : lower.startsWith("0o") ? 8 : lower.startsWith("0b") ? 2 : 10;
        if (radix != 10) {
            return Scalars.integer(sign + digits.substring(2), radix);
        }
        boolean whole = digits.chars().allMatch(Character::isDigit);
        return whole ? Scalars.integer(sign + digits, 10) : (Object) Double.valueOf(sign + digits);
    }

    /** One text of one or more neighbouring literals. */
    private Tree text() {
        Place place = program.place(peek());
        StringBuilder text = new StringBuilder();
        while (peek().type() == Type.STRING || peek().type() == Type.FORMAT) {
            Token token = next();
            text.append(token.type() == Type.STRING ? token.text() : formatted(token));
        }
        return Tree.Scalar.of(place, text.toString());
    }

    private String formatted(Token token) {
        return FormatString.fill(program, token, expression -> {
            List<Token> words = Tokenizer.tokens(program.source(), expression, token);
            int at = use >= 0 ? use : position - 1;
            LiteralParser inner = new LiteralParser(program, names, words, at, 0, reading, depth);
            Tree value = inner.expression();
            boolean complete = inner.peek().endsStatement();
            return complete && value instanceof Tree.Scalar scalar && scalar.value() != null
                    ? Optional.of(scalar.text())
                    : Optional.empty();
        });
    }

    private List<Tree> elements(String close) {
        List<Tree> elements = new ArrayList<>();
        while (!accept(close)) {
            if (accept("*")) {
                elements.addAll(spreadList());
            } else {
                elements.add(expression());
            }
            if (!peek().is(close)) {
                expect(",");
            }
        }
        return elements;
    }

    private List<Tree> spreadList() {
        Token token = peek();
        if (expression() instanceof Tree.Sequence sequence) {
            return sequence.elements();
        }
        throw Unreadable.code(program, token, "*", "only a list can be spread here", "write the elements one by one");
    }

    private Tree parentheses(Token open) {
        int start = position;
        List<Tree> elements = elements(")");
        boolean tuple = elements.size() != 1
                || tokens.get(position - 2).is(",")
                || tokens.get(start).is("*");
        return tuple ? new Tree.Sequence(program.place(open), elements) : elements.get(0);
    }

    private Tree braces(Token open) {
        Place place = program.place(open);
        if (isSet()) {
            return new Tree.Sequence(place, elements("}"));
        }
        DictBuilder entries = new DictBuilder(program);
        while (!accept("}")) {
            if (accept("**")) {
                Token spread = peek();
                entries.spread(spread, expression());
            } else {
                entry(entries);
            }
            if (!peek().is("}")) {
                expect(",");
            }
        }
        return new Tree.Mapping(place, entries.entries());
    }

    /** Whether braces hold elements without keys. */
    private boolean isSet() {
        if (peek().is("}") || peek().is("**")) {
            return false;
        }
        int i = position;
        while (tokens.get(i).type() == Type.STRING && i < tokens.size() - 1) {
            i++;
        }
        Token after = tokens.get(i == position ? Math.min(i + 1, tokens.size() - 1) : i);
        return after.is(",") || after.is("}");
    }

    private void entry(DictBuilder entries) {
        Token keyToken = peek();
        Tree key = expression();
        if (!(key instanceof Tree.Scalar scalar) || scalar.value() == null) {
            throw Unreadable.mistake(program, keyToken, "a key must be a text");
        }
        expect(":");
        value(entries, keyToken, scalar.text());
    }

    /** The value of a key; one that dlt injects by name is left out where its owner looks it up by itself. */
    private void value(DictBuilder entries, Token keyToken, String key) {
        Optional<Lookup> injected = injected();
        if (injected.isPresent() && reading.isBelow("auth")) {
            return;
        }
        reading.enter(key);
        Place place = program.place(peek());
        Tree value = injected.isPresent()
                ? Tree.Scalar.of(place, injected.get().injectedAs(key, program, Optional.empty()))
                : expression();
        reading.leave();
        entries.put(keyToken, key, value);
    }

    private Optional<Lookup> injected() {
        Optional<Lookup> found = Lookup.at(tokens, position).filter(Lookup::isInjected);
        found.ifPresent(lookup -> position = lookup.end());
        return found;
    }

    private Tree named() {
        Token token = peek();
        Optional<Lookup> lookup = Lookup.at(tokens, position);
        if (lookup.isPresent() && !lookup.get().isInjected()) {
            return lookedUp(lookup.get());
        }
        int start = position;
        String name = DottedName.at(tokens, position);
        position += DottedName.length(name);
        if (peek().is("(")) {
            return call(token, name);
        }
        if (name.contains(".")) {
            throw Unreadable.attribute(program, token, name);
        }
        return variable(token, use >= 0 ? use : start);
    }

    private ConfigException unreadable(Token name) {
        return Comprehension.binding(name.text(), tokens, position)
                .map(found -> Unreadable.comprehension(program, found))
                .orElseGet(() -> Unreadable.name(program, name));
    }

    private Tree lookedUp(Lookup lookup) {
        Place place = program.place(peek());
        Token token = peek();
        if (lookup.hasDefault()) {
            throw Unreadable.defaultOfLookup(program, token, lookup.code());
        }
        position = lookup.end();
        return Tree.Scalar.of(place, lookup.placeholder());
    }

    private Tree variable(Token token, int at) {
        Names.Binding binding = names.find(token.text(), at).orElseThrow(() -> unreadable(token));
        LiteralParser parser =
                new LiteralParser(program, names, program.tokens(), -1, binding.value(), reading, depth + 1);
        Optional<Lookup> injected = parser.injected();
        if (injected.isPresent()) {
            String placeholder = injected.get().injectedAs(token.text(), program, binding.parameterOf());
            return Tree.Scalar.of(program.place(token), placeholder);
        }
        Tree value = parser.expression();
        parser.expectEnd();
        return value;
    }

    private Tree call(Token token, String name) {
        KnownCalls.Shape shape = KnownCalls.find(name).orElseThrow(() -> Unreadable.call(program, token, name));
        DictBuilder entries = new DictBuilder(program);
        if (!shape.type().isEmpty()) {
            entries.put(token, "type", Tree.Scalar.of(program.place(token), shape.type()));
        }
        expect("(");
        arguments(shape, entries);
        return new Tree.Mapping(program.place(token), entries.entries());
    }

    private void arguments(KnownCalls.Shape shape, DictBuilder entries) {
        for (int index = 0; !accept(")"); index++) {
            Token start = peek();
            boolean keyword =
                    start.type() == Type.NAME && tokens.get(position + 1).is("=");
            if (accept("**")) {
                entries.spread(start, expression());
            } else if (keyword) {
                position += 2;
                value(entries, start, start.text());
            } else if (index < shape.positional().size()) {
                value(entries, start, shape.positional().get(index));
            } else {
                throw Unreadable.mistake(program, start, "name this argument, as in key=value");
            }
            if (!peek().is(")")) {
                expect(",");
            }
        }
    }
}
