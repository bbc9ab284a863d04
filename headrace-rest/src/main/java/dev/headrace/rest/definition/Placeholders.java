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
import java.util.Optional;
import java.util.stream.Stream;

/** Reads texts with placeholders, and says at their place what is wrong with them. */
final class Placeholders {

    private static final String INCREMENTAL = "incremental.";

    private Placeholders() {}

    /** The template that the text of a node is. */
    static Template template(ConfigNode node) {
        return template(text(node), node);
    }

    private static Template template(String text, ConfigNode place) {
        try {
            return Template.parse(text);
        } catch (IllegalArgumentException e) {
            throw place.error(String.valueOf(e.getMessage()));
        }
    }

    /** The text of a node as a template: braces in values from outside, such as secrets, stand for themselves. */
    static String text(ConfigNode node) {
        return node.text(value -> value.replace("{", "{{").replace("}", "}}"));
    }

    /**
     * Reads a value whose texts and keys are templates.
     *
     * @param location for messages, such as {@code params}
     * @param references takes what the placeholders refer to
     */
    static ValueTemplate read(ConfigNode node, String location, Map<String, FieldReference> references) {
        return switch (node.kind()) {
            case TEXT -> new ValueTemplate.Text(entered(template(node), node, location, references));
            case LIST -> elements(node, location, references);
            case OBJECT -> fields(node, location, references);
            default -> new ValueTemplate.Constant(node.value());
        };
    }

    private static ValueTemplate elements(ConfigNode list, String location, Map<String, FieldReference> references) {
        Problems problems = new Problems();
        List<ValueTemplate> elements = new ArrayList<>();
        for (ConfigNode element : list.elements()) {
            problems.attempt(() -> read(element, location, references)).ifPresent(elements::add);
        }
        problems.throwIfAny();
        return new ValueTemplate.Elements(elements);
    }

    /** Reads an object whose texts and keys are templates. */
    static ValueTemplate.Fields fields(ConfigNode object, String location, Map<String, FieldReference> references) {
        Problems problems = new Problems();
        List<ValueTemplate.Field> fields = new ArrayList<>();
        for (String key : object.keys()) {
            ConfigNode value = object.find(key).orElseThrow();
            problems.attempt(() -> field(key, value, location, references)).ifPresent(fields::add);
        }
        problems.throwIfAny();
        return new ValueTemplate.Fields(fields);
    }

    /** Reads one entry of an object. */
    static ValueTemplate.Field field(
            String key, ConfigNode value, String location, Map<String, FieldReference> references) {
        Problems problems = new Problems();
        Optional<Template> name = problems.attempt(() -> entered(template(key, value), value, location, references));
        Optional<ValueTemplate> content = problems.attempt(() -> read(value, location, references));
        problems.throwIfAny();
        return new ValueTemplate.Field(name.orElseThrow(), content.orElseThrow());
    }

    /** Whether the expression is one that gets its value with each request, and not a parameter's name. */
    static boolean isReference(String expression) {
        return FieldReference.isMeant(expression) || expression.startsWith(INCREMENTAL);
    }

    private static Template entered(
            Template template, ConfigNode place, String location, Map<String, FieldReference> references) {
        Problems problems = new Problems();
        for (Part.Placeholder placeholder : template.placeholders()) {
            problems.check(() -> enter(placeholder.expression(), place, location, references));
        }
        problems.throwIfAny();
        return template;
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
