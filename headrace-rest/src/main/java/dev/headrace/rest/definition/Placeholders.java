package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.config.Suggestions;
import dev.headrace.rest.template.Part;
import dev.headrace.rest.template.Template;
import dev.headrace.rest.template.ValueTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads texts with placeholders, and says at their place what is wrong with them. */
final class Placeholders {

    private static final String INCREMENTAL = "incremental.";

    private Placeholders() {}

    static Template template(String text, ConfigNode place) {
        return located(place, () -> Template.parse(text));
    }

    static ValueTemplate read(ConfigNode node) {
        return located(node, () -> ValueTemplate.of(node.value()));
    }

    private static <T> T located(ConfigNode place, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw place.error(String.valueOf(e.getMessage()));
        }
    }

    /** Whether the expression is one that gets its value with each request, and not a parameter's name. */
    static boolean isReference(String expression) {
        return FieldReference.isMeant(expression) || expression.startsWith(INCREMENTAL);
    }

    /** Enters what the placeholders of a value refer to. */
    static void collect(
            ValueTemplate template, ConfigNode place, String location, Map<String, FieldReference> references) {
        Problems problems = new Problems();
        template.templates()
                .flatMap(text -> text.placeholders().stream())
                .map(Part.Placeholder::expression)
                .forEach(expression -> problems.check(() -> enter(expression, place, location, references)));
        problems.throwIfAny();
    }

    private static void checkAttribute(String expression, ConfigNode place) {
        String attribute = expression.substring(INCREMENTAL.length());
        List<String> known = new ArrayList<>(IncrementalForms.VALUES);
        known.addAll(IncrementalForms.ATTRIBUTES);
        if (!known.contains(attribute)) {
            throw place.error("unknown placeholder {" + expression + "}" + Suggestions.didYouMean(attribute, known)
                    + " Known: " + String.join(", ", known));
        }
    }

    /** The placeholders of an incremental in a request. */
    static List<String> ofIncremental(RequestDefinition request) {
        return Stream.concat(Stream.of(request.path().template()), request.values())
                .flatMap(template -> template.placeholders().stream())
                .map(Part.Placeholder::expression)
                .filter(expression -> expression.startsWith(INCREMENTAL))
                .toList();
    }

    /** Enters what one expression refers to. */
    static void enter(String expression, ConfigNode place, String location, Map<String, FieldReference> references) {
        if (expression.startsWith(INCREMENTAL)) {
            checkAttribute(expression, place);
            return;
        }
        if (!FieldReference.isMeant(expression)) {
            throw place.error("unknown placeholder {" + expression + "} in " + location
                    + ": it must start with resources., such as {resources.posts.id}; double the braces, {{"
                    + expression
                    + "}}, to send them as they are");
        }
        references.computeIfAbsent(expression, key -> FieldReference.parse(key, place));
    }
}
