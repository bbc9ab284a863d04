package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.json.path.JsonPath;
import java.util.Optional;

/**
 * A value of the parent's records.
 *
 * @param parent name of the resource
 * @param field the path as written, for messages
 * @param path where the value is in a record; the first match counts
 */
public record FieldReference(String parent, String field, JsonPath path) {

    private static final String PREFIX = "resources.";

    /** Whether an expression of a placeholder is meant to be a reference. */
    static boolean isMeant(String expression) {
        return expression.startsWith(PREFIX);
    }

    /** The parent that an expression names; empty when it is no reference, or not a whole one. */
    static Optional<String> parent(String expression) {
        int dot = isMeant(expression) ? expression.indexOf('.', PREFIX.length()) : -1;
        return dot <= PREFIX.length() ? Optional.empty() : Optional.of(expression.substring(PREFIX.length(), dot));
    }

    /**
     * Reads {@code resources.<parent>.<field>}; everything behind the second dot is the field's path.
     *
     * @param place where the expression was found, for messages
     */
    static FieldReference parse(String expression, ConfigNode place) {
        int dot = expression.indexOf('.', PREFIX.length());
        if (dot < 0 || dot == PREFIX.length() || dot == expression.length() - 1) {
            throw place.error("cannot read the reference '{" + expression
                    + "}': write {resources.<parent>.<field>}, such as {resources.posts.id}");
        }
        return of(expression.substring(PREFIX.length(), dot), expression.substring(dot + 1), place);
    }

    static FieldReference of(String parent, String field, ConfigNode place) {
        return new FieldReference(parent, field, Selectors.path(field, place));
    }

    @Override
    public String toString() {
        return "{" + PREFIX + parent + "." + field + "}";
    }
}
