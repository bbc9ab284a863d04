package dev.headrace.config.python;

import dev.headrace.config.tree.Place;
import dev.headrace.config.tree.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Python program as words, statements and functions: what is needed to find out what a name stands for. Immutable. */
final class Program {

    /**
     * A statement, or the head of a compound one.
     *
     * @param start index of its first token
     * @param end index of the token after its last
     * @param indent column of its line's first token
     * @param function the innermost function it stands in, null at module level
     */
    record Statement(
            int start, int end, int indent, @Nullable Function function) {}

    /** A function; {@code start} is the token of its name. */
    record Function(
            String name, int start, int indent, @Nullable Function outer) {}

    private final SourceText source;
    private final List<Token> tokens;
    private final List<Statement> statements = new ArrayList<>();

    Program(SourceText source) {
        this.source = source;
        this.tokens = Tokenizer.tokens(source);
        split();
    }

    private void split() {
        int start = 0;
        int indent = -1;
        Function function = null;
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).endsStatement()) {
                continue;
            }
            if (i > start) {
                indent = indent < 0 ? tokens.get(start).column() : indent;
                while (function != null && indent <= function.indent()) {
                    function = function.outer();
                }
                statements.add(new Statement(start, i, indent, function));
                function = opened(start, indent, function);
            }
            indent = tokens.get(i).is(";") ? indent : -1;
            start = i + 1;
        }
    }

    private @Nullable Function opened(int start, int indent, @Nullable Function outer) {
        int def = tokens.get(start).isName("async") ? start + 1 : start;
        boolean opens = tokens.get(def).isName("def") && tokens.get(def + 1).type() == Token.Type.NAME;
        return opens ? new Function(tokens.get(def + 1).text(), def + 1, indent, outer) : outer;
    }

    SourceText source() {
        return source;
    }

    List<Token> tokens() {
        return tokens;
    }

    Token token(int index) {
        return tokens.get(Math.min(index, tokens.size() - 1));
    }

    List<Statement> statements() {
        return statements;
    }

    Place place(Token token) {
        return source.place(token.line(), token.column());
    }

    /** The statement that a token belongs to. */
    Optional<Statement> statementOf(int token) {
        return statements.stream()
                .filter(statement -> statement.start() <= token && token < statement.end())
                .findFirst();
    }

    /** Index of the token after the bracket that closes the one at {@code index}. */
    int afterBracket(int index) {
        int depth = 0;
        int i = index;
        do {
            depth += isOneOf(token(i), "([{") ? 1 : 0;
            depth -= isOneOf(token(i), ")]}") ? 1 : 0;
            i++;
        } while (depth > 0 && i < tokens.size());
        return i;
    }

    private static boolean isOneOf(Token token, String operators) {
        return token.type() == Token.Type.OPERATOR && operators.contains(token.text());
    }
}
