package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the placeholders of one request refer to, gathered while its parts are read. */
final class References {

    private static final String INCREMENTAL = "incremental.";
    private static final List<String> BEGINNINGS = List.of("resources", "incremental");

    private final boolean incremental;
    private final Map<String, FieldReference> ofParents = new LinkedHashMap<>();

    /** @param incremental whether the endpoint has an incremental, be it right or wrong */
    References(boolean incremental) {
        this.incremental = incremental;
    }

    /** Whether the expression is one that gets its value with each request, and not a parameter's name. */
    static boolean isReference(String expression) {
        return FieldReference.isMeant(expression) || expression.startsWith(INCREMENTAL);
    }

    /** What each placeholder stands for that is a value of the parent, by its expression. */
    Map<String, FieldReference> ofParents() {
        return ofParents;
    }

    /** Enters what a name stands for. */
    void put(String name, FieldReference reference) {
        ofParents.put(name, reference);
    }

    /** Enters what an expression refers to; fails at {@code place} when that is nothing. */
    void enter(String expression, ConfigNode place, String location) {
        if (expression.startsWith(INCREMENTAL)) {
            checkAttribute(expression, place);
            return;
        }
        if (!FieldReference.isMeant(expression)) {
            throw place.error("unknown placeholder {" + expression + "} in " + location + way(expression)
                    + " double the braces, {{" + expression + "}}, to send them as they are");
        }
        ofParents.computeIfAbsent(expression, key -> FieldReference.parse(key, place));
    }

    /** What a misspelt beginning was meant for; a word alone is hardly one. */
    private static String way(String expression) {
        int dot = expression.indexOf('.');
        return Optional.of(dot)
                .filter(found -> found > 0)
                .flatMap(found -> Suggestions.nearest(expression.substring(0, found), BEGINNINGS))
                .map(beginning -> "; did you mean {" + beginning + expression.substring(dot) + "}? Else")
                .orElse(": it must start with resources., such as {resources.posts.id};");
    }

    private void checkAttribute(String expression, ConfigNode place) {
        if (!incremental) {
            throw place.error("{" + expression
                    + "} needs an 'incremental' beside it: add incremental: {cursor_path: ...} to the endpoint");
        }
        String attribute = expression.substring(INCREMENTAL.length());
        List<String> known = new ArrayList<>(IncrementalForms.VALUES);
        known.addAll(IncrementalForms.ATTRIBUTES);
        if (!known.contains(attribute)) {
            throw place.error(
                    "unknown placeholder {" + expression + "}" + Suggestions.among(attribute, "Known", known));
        }
    }
}
