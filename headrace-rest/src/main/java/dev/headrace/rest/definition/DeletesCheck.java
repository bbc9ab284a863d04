package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.deletes.Deletes;
import dev.headrace.source.Deletable;
import java.util.Map;
import java.util.Optional;

/** Finds resources that are to lose what is gone although nothing can tell what that is. */
final class DeletesCheck {

    private static final String KEY = "deletes";

    private final Map<String, ResourceDefinition> definitions;
    private final Partial partial;

    /** @param definitions all that could be read, by name */
    DeletesCheck(Map<String, ResourceDefinition> definitions) {
        this.definitions = definitions;
        this.partial = new Partial(definitions);
    }

    /** @param nodes of the resources, by name */
    Problems problems(Map<String, ConfigNode> nodes) {
        Problems problems = new Problems();
        definitions.forEach((name, definition) -> {
            ConfigNode node = nodes.get(name);
            Deletes rule = definition.rules().deletes();
            if (node != null && rule != null && rule != Deletes.NONE) {
                problem(definition).ifPresent(problem -> problems.add(node.error(KEY, problem)));
            }
        });
        return problems;
    }

    private Optional<String> problem(ResourceDefinition resource) {
        return Deletable.problem(resource.hints())
                .or(() -> partial.reason(resource)
                        .map(reason -> "cannot lose rows that are gone: " + Deletable.partial(reason)))
                .map(problem -> "resource '" + resource.name() + "' " + problem);
    }
}
