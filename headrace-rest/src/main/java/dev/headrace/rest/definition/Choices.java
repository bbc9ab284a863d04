package dev.headrace.rest.definition;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads values of a few fixed shapes, with messages that say which are allowed. */
final class Choices {

    private Choices() {}

    /** One of the constants, by its label. */
    static <E extends Enum<E>> E constant(ConfigNode node, Class<E> type, Function<E, String> label) {
        List<String> allowed = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (label.apply(constant).equals(node.text())) {
                return constant;
            }
            allowed.add(label.apply(constant));
        }
        throw notAllowed(node, allowed);
    }

    /** A text that is one of these. */
    static String text(ConfigNode node, List<String> allowed) {
        if (!allowed.contains(node.text())) {
            throw notAllowed(node, allowed);
        }
        return node.text();
    }

    static ConfigException notAllowed(ConfigNode node, List<String> allowed) {
        String text = node.text();
        return node.error("'" + text + "' is not allowed" + Suggestions.among(text, "Allowed", allowed));
    }

    /** A text, or a list of texts; null is an empty list. */
    static List<String> texts(ConfigNode node) {
        return switch (node.kind()) {
            case NULL -> List.of();
            case TEXT -> List.of(node.text());
            case LIST -> node.elements().stream().map(ConfigNode::text).toList();
            default ->
                throw node.error("expected a text or a list of texts, found "
                        + node.kind().description());
        };
    }

    /** The names of columns, as {@link #texts}. */
    static List<String> columns(ConfigNode node) {
        List<String> columns = texts(node);
        if (columns.stream().anyMatch(String::isBlank)) {
            throw node.error("the name of a column is empty: name one, such as id, or leave the key out");
        }
        return columns;
    }

    /**
     * A text that is not blank.
     *
     * @param otherwise what to do instead, for the message
     */
    static String filled(ConfigNode node, String otherwise) {
        String text = node.text();
        if (text.isBlank()) {
            throw node.error("the text is empty: " + otherwise);
        }
        return text;
    }

    /** An integer that is not negative. */
    static int count(ConfigNode node) {
        long number = node.integer();
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw node.error("expected an integer from 0 to " + Integer.MAX_VALUE + ", found " + number);
        }
        return (int) number;
    }

    static ConfigException notSupported(ConfigNode object, String key) {
        return object.error(key, "'" + key + "' is not supported by this version of Headrace; leave it out");
    }
}
