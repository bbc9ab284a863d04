package dev.headrace.config.python;

import java.util.List;
import java.util.Optional;

/** The part of a comprehension that gives its names their values; it stands behind where they are used. */
final class Comprehension {

    private Comprehension() {}

    /**
     * The {@code for} behind a place that binds a name, in the same statement.
     *
     * @param from index of the first token behind the name's use
     */
    static Optional<Token> binding(String name, List<Token> tokens, int from) {
        Optional<Token> open = Optional.empty();
        for (Token token : tokens.subList(Math.min(from, tokens.size()), tokens.size())) {
            if (token.endsStatement()) {
                return Optional.empty();
            } else if (token.isName("for")) {
                open = Optional.of(token);
            } else if (token.isName("in")) {
                open = Optional.empty();
            } else if (open.isPresent() && token.isName(name)) {
                return open;
            }
        }
        return Optional.empty();
    }
}
