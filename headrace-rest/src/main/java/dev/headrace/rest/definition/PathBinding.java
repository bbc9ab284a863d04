package dev.headrace.rest.definition;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.rest.template.Part;
import dev.headrace.rest.template.PathTemplate;
import dev.headrace.rest.template.PlainText;
import dev.headrace.rest.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Gives every placeholder of a path its meaning: a parameter's value, or a value of the parent. Used once. */
final class PathBinding {

    private final ConfigNode path;
    private final String resource;
    private final ParamsParser params;
    private final References references;
    private final List<String> taken = new ArrayList<>();

    /** @param references takes what the path refers to */
    PathBinding(ConfigNode path, String resource, ParamsParser params, References references) {
        this.path = path;
        this.resource = resource;
        this.params = params;
        this.references = references;
    }

    PathTemplate bind() {
        Problems problems = new Problems();
        Template bound = Placeholders.template(path)
                .bind(placeholder -> problems.attempt(() -> part(placeholder)).orElse(new Part.Literal("")));
        params.resolvedNames().stream()
                .filter(name -> !taken.contains(name))
                .forEach(name -> problems.add(unused(name)));
        return problems.whole(() -> new PathTemplate(bound));
    }

    private ConfigException unused(String name) {
        return params.find(name)
                .orElse(path)
                .error("the resolve parameter '" + name + "' of resource '" + resource + "' is not used in its path '"
                        + path.text() + "': add {" + name
                        + "} there, or write {resources.<parent>.<field>} where the value is needed");
    }

    /** The parameters that have become part of the path and are not sent in the query. */
    List<String> taken() {
        return taken;
    }

    private Part part(Part.Placeholder placeholder) {
        String name = placeholder.expression();
        if (References.isReference(name)) {
            references.enter(name, path, "path");
            return placeholder;
        }
        if (name.isEmpty() || params.isUnreadable(name)) {
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
