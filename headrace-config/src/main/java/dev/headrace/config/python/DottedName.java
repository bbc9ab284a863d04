package dev.headrace.config.python;

import java.util.List;

/** Names joined by dots. */
final class DottedName {

    private DottedName() {}

    /** The longest one that starts at a token. */
    static String at(List<Token> tokens, int index) {
        StringBuilder name = new StringBuilder(tokens.get(index).text());
        for (int i = index + 1; i + 1 < tokens.size() && tokens.get(i).is("."); i += 2) {
            if (tokens.get(i + 1).type() != Token.Type.NAME) {
                break;
            }
            name.append('.').append(tokens.get(i + 1).text());
        }
        return name.toString();
    }

    /** How many tokens it has. */
    static int length(String name) {
        return 2 * (int) name.chars().filter(c -> c == '.').count() + 1;
    }
}
