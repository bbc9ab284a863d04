package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.rest.template.Part;
import dev.headrace.rest.template.Template;
import dev.headrace.rest.template.ValueTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads texts with placeholders, and says at their place what is wrong with them. */
final class Placeholders {

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
    static ValueTemplate read(ConfigNode node, String location, References references) {
        return switch (node.kind()) {
            case TEXT -> new ValueTemplate.Text(entered(template(node), node, location, references));
            case LIST -> elements(node, location, references);
            case OBJECT -> fields(node, location, references);
            default -> new ValueTemplate.Constant(node.value());
        };
    }

    private static ValueTemplate elements(ConfigNode list, String location, References references) {
        Problems problems = new Problems();
        List<ValueTemplate> elements = new ArrayList<>();
        for (ConfigNode element : list.elements()) {
            problems.attempt(() -> read(element, location, references)).ifPresent(elements::add);
        }
        problems.throwIfAny();
        return new ValueTemplate.Elements(elements);
    }

    /** Reads an object whose texts and keys are templates. */
    static ValueTemplate.Fields fields(ConfigNode object, String location, References references) {
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
    static ValueTemplate.Field field(String key, ConfigNode value, String location, References references) {
        Problems problems = new Problems();
        Optional<Template> name = problems.attempt(() -> entered(template(key, value), value, location, references));
        Optional<ValueTemplate> content = problems.attempt(() -> read(value, location, references));
        problems.throwIfAny();
        return new ValueTemplate.Field(name.orElseThrow(), content.orElseThrow());
    }

    private static Template entered(Template template, ConfigNode place, String location, References references) {
        Problems problems = new Problems();
        for (Part.Placeholder placeholder : template.placeholders()) {
            problems.check(() -> references.enter(placeholder.expression(), place, location));
        }
        problems.throwIfAny();
        return template;
    }
}
