package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.rest.template.Part;
import dev.headrace.rest.template.PathTemplate;
import dev.headrace.rest.template.PlainText;
import dev.headrace.rest.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives every placeholder of a path its meaning: a parameter's value, or a value of the parent. Used once. */
final class PathBinding {

    private final ConfigNode path;
    private final String resource;
    private final ParamsParser params;
    private final Map<String, FieldReference> references;
    private final List<String> taken = new ArrayList<>();

    /** @param references takes what the path refers to */
    PathBinding(ConfigNode path, String resource, ParamsParser params, Map<String, FieldReference> references) {
        this.path = path;
        this.resource = resource;
        this.params = params;
        this.references = references;
    }

    PathTemplate bind() {
        Template bound = Placeholders.template(path).bind(this::part);
        for (String name : params.resolvedNames()) {
            if (!taken.contains(name)) {
                throw params.find(name)
                        .orElse(path)
                        .error("the resolve parameter '" + name + "' of resource '" + resource
                                + "' is not used in its path '" + path.text() + "': add {" + name
                                + "} there, or write {resources.<parent>.<field>} where the value is needed");
            }
        }
        return new PathTemplate(bound);
    }

    /** The parameters that have become part of the path and are not sent in the query. */
    List<String> taken() {
        return taken;
    }

    private Part part(Part.Placeholder placeholder) {
        String name = placeholder.expression();
        if (Placeholders.isReference(name)) {
            Placeholders.enter(name, path, "path", references);
            return placeholder;
        }
        if (name.isEmpty()) {
            return new Part.Literal("");
        }
        if (params.findResolved(name).isPresent()) {
            references.put(name, params.findResolved(name).get());
            taken.add(name);
            return placeholder;
        }
        ConfigNode value = params.find(name).orElseThrow(() -> unbound(name));
        taken.add(name);
        return new Part.Literal(constant(name, value));
    }

    private RuntimeException unbound(String name) {
        String place =
                "the placeholder {" + name + "} in the path '" + path.text() + "' of resource '" + resource + "'";
        return name.indexOf('.') >= 0
                ? path.error(place + " is not a valid name: it must be a parameter, or start with resources.")
                : path.error(place + " has no value: add '" + name + "' to 'params'. Parameters: " + params.names());
    }

    private String constant(String name, ConfigNode value) {
        if (value.kind() == Kind.NULL) {
            throw value.error("the path '" + path.text() + "' needs a value for '" + name + "', found null");
        }
        return PlainText.of(Objects.requireNonNull(value.value()));
    }
}
