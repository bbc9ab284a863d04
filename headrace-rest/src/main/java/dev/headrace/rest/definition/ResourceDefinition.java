package dev.headrace.rest.definition;

import dev.headrace.rest.process.ProcessingSteps;
import dev.headrace.source.Resource;
import dev.headrace.source.ResourceHints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource with everything that is known about it.
 *
 * @param selected false: it is read only where a selected resource needs its records
 * @param parent the resource whose every record starts a sequence of requests; null: there is one sequence
 * @param inherited fields of the parent's record that become fields of each of these records, prefixed with the
 *     parent's name
 * @param steps what is done to each record
 * @param concurrency its requests that may be under way at a time; null: what the client has for all of them together
 */
public record ResourceDefinition(
        String name,
        boolean selected,
        ResourceHints hints,
        EndpointDefinition endpoint,
        @Nullable String parent,
        List<String> inherited,
        ProcessingSteps steps,
        @Nullable Integer concurrency) {

    public ResourceDefinition {
        inherited = List.copyOf(inherited);
    }

    /** What the engine knows of it. */
    public Resource resource() {
        return new Resource(name, selected, CursorHint.of(hints, endpoint.incremental()));
    }

    /** The name under which a field of the parent's record is kept, such as {@code _posts_id}. */
    public String inheritedName(String field) {
        return "_" + parent + "_" + field;
    }

    ResourceDefinition withSelected(boolean value) {
        return new ResourceDefinition(name, value, hints, endpoint, parent, inherited, steps, concurrency);
    }

    ResourceDefinition with(EndpointDefinition other) {
        return new ResourceDefinition(name, selected, hints, other, parent, inherited, steps, concurrency);
    }
}
