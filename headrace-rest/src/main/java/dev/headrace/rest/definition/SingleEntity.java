package dev.headrace.rest.definition;

import java.util.regex.Pattern;

/**
 * The rule for paths that end in a placeholder, such as {@code users/{id}}: what they give is one record on one page,
 * unless the endpoint says otherwise.
 */
final class SingleEntity {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[\\w.-]+}", Pattern.UNICODE_CHARACTER_CLASS);

    private SingleEntity() {}

    /** @param path as written, before anything is bound */
    static boolean matches(String path) {
        String trimmed = path.replaceAll("/+$", "");
        return PLACEHOLDER
                .matcher(trimmed.substring(trimmed.lastIndexOf('/') + 1))
                .find();
    }
}
