package dev.headrace.rest.format;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import java.util.ArrayList;
import java.util.List;

/** Reads the options of a format; a text instead of an object means all defaults. */
final class FormatOptions {

    private FormatOptions() {}

    /** Fails for options that the type does not have. */
    static void check(ConfigNode node, List<String> allowed) {
        if (node.kind() == Kind.OBJECT) {
            List<String> keys = new ArrayList<>(List.of("type"));
            keys.addAll(allowed);
            node.onlyKeys(keys);
        }
    }

    /** A single character. */
    static char character(ConfigNode node, String key, char otherwise) {
        String text = node.text(key, String.valueOf(otherwise));
        String meant = text.equals("\\t") ? "\t" : text;
        if (meant.length() != 1 || meant.charAt(0) == '\n' || meant.charAt(0) == '\r') {
            throw node.error(key, "'" + key + "' is '" + text + "'; it must be one character, such as ; or \\t");
        }
        return meant.charAt(0);
    }

    /** A list of texts; empty when there is none. */
    static List<String> texts(ConfigNode node, String key) {
        Problems problems = new Problems();
        List<String> texts = new ArrayList<>();
        problems.check(() -> node.present(key)
                .ifPresent(list -> list.requireKind(Kind.LIST)
                        .elements()
                        .forEach(element -> problems.attempt(element::text).ifPresent(texts::add))));
        problems.throwIfAny();
        return texts;
    }
}
