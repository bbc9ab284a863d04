package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.config.Suggestions;
import java.util.List;
import java.util.Optional;

/**
 * A resource and those above it, whatever else is wrong with them.
 *
 * @param name of the resource
 * @param possible those above it: its parent first, then the parent's parent; or all resources, when it can't be told which
 *     of them are
 */
record Ancestry(String name, List<String> possible) {

    Ancestry {
        possible = List.copyOf(possible);
    }

    /** Finds values that are to be inherited from a resource that is not above this one. */
    Problems problems(ConfigNode resource) {
        Problems problems = new Problems();
        resource.present("include_from_parent")
                .ifPresent(list -> list.elements().stream()
                        .filter(element -> element.kind() == Kind.OBJECT)
                        .map(element -> element.present("resource"))
                        .flatMap(Optional::stream)
                        .filter(origin -> origin.kind() == Kind.TEXT)
                        .forEach(origin -> problems.check(() -> requireAbove(origin))));
        return problems;
    }

    private void requireAbove(ConfigNode origin) {
        String wanted = origin.text();
        if (!wanted.isBlank() && !possible.contains(wanted)) {
            throw origin.error("'" + wanted + "' is not above resource '" + name + "'"
                    + Suggestions.among(wanted, "Possible", possible));
        }
    }
}
