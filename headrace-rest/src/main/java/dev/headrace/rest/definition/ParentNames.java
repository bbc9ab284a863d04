package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.rest.template.Part;
import dev.headrace.rest.template.Template;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Looks for the resources that the request of another one refers to. Texts that make no template are passed over: what is
 * wrong with them is told by those who read them.
 */
final class ParentNames {

    private static final List<String> PLACES = List.of("json", "data", "headers");

    private final Set<String> found = new LinkedHashSet<>();
    private final Map<String, FieldReference> references = new LinkedHashMap<>();
    private final ConfigNode resource;
    private boolean complete = true;

    private ParentNames(ConfigNode resource) {
        this.resource = resource;
    }

    static ParentNames of(ConfigNode resource) {
        ParentNames names = new ParentNames(resource);
        new Problems()
                .attempt(() -> ResourceParser.pathNode(resource))
                .ifPresentOrElse(names::text, () -> names.complete = false);
        resource.find("endpoint").ifPresent(names::endpoint);
        return names;
    }

    /** The names, in the order in which they are mentioned. */
    Set<String> found() {
        return found;
    }

    /** What is referred to as far as it can be read, each field once. */
    Collection<FieldReference> references() {
        return references.values();
    }

    /** Whether it refers to no resource, for certain: nothing of it has been passed over. */
    boolean areNone() {
        return complete && found.isEmpty();
    }

    private void endpoint(ConfigNode endpoint) {
        complete &= endpoint.kind() == Kind.OBJECT;
        endpoint.present("params")
                .ifPresent(params -> params.keys().forEach(key -> {
                    key(key);
                    params.find(key).ifPresent(this::parameter);
                }));
        PLACES.forEach(place -> endpoint.present(place).ifPresent(this::value));
        endpoint.present(GraphqlParser.KEY)
                .flatMap(graphql -> graphql.present("variables"))
                .ifPresent(this::value);
    }

    private void parameter(ConfigNode parameter) {
        if (IncrementalForms.isMeant(parameter)) {
            return;
        }
        if (parameter.kind() == Kind.OBJECT) {
            parameter
                    .present("resource")
                    .flatMap(ParentNames::lenient)
                    .ifPresentOrElse(found::add, () -> complete = false);
            enter(() -> FieldReference.of(
                    parameter.require("resource").text(),
                    parameter.require("field").text(),
                    parameter));
        } else {
            value(parameter);
        }
    }

    private void value(ConfigNode node) {
        switch (node.kind()) {
            case OBJECT ->
                node.keys().forEach(key -> {
                    key(key);
                    node.find(key).ifPresent(this::value);
                });
            case LIST -> node.elements().forEach(this::value);
            case TEXT -> text(node);
            default -> {
                // refers to nothing
            }
        }
    }

    private void text(ConfigNode node) {
        lenient(node).ifPresentOrElse(this::key, () -> complete = false);
    }

    private static Optional<String> lenient(ConfigNode node) {
        return new Problems().attempt(() -> Placeholders.text(node));
    }

    private void key(String text) {
        try {
            Template.parse(text).placeholders().stream()
                    .map(Part.Placeholder::expression)
                    .filter(FieldReference::isMeant)
                    .forEach(this::expression);
        } catch (IllegalArgumentException e) {
            complete = false; // why is told by those who read it
        }
    }

    private void expression(String expression) {
        FieldReference.parent(expression).ifPresentOrElse(found::add, () -> complete = false);
        enter(() -> FieldReference.parse(expression, resource));
    }

    private void enter(Supplier<FieldReference> reading) {
        new Problems().attempt(reading).ifPresent(reference -> references.putIfAbsent(reference.toString(), reference));
    }
}
