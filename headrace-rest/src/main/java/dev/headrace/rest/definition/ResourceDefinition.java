package dev.headrace.rest.definition;

import dev.headrace.rest.process.ProcessingSteps;
import dev.headrace.source.LoadRules;
import dev.headrace.source.Resource;
import dev.headrace.source.ResourceHints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource with everything that is known about it.
 *
 * @param selected false: it is read only where a selected resource needs its records
 * @param parent the resource whose every record starts a sequence of requests; null: there is one sequence
 * @param inherited values of the parent's record, and of its parents', that become fields of each of these records
 * @param steps what is done to each record
 * @param concurrency its requests that may be under way at a time; null: what the client has for all of them together
 * @param rules what its loads have to keep to
 */
public record ResourceDefinition(
        String name,
        boolean selected,
        ResourceHints hints,
        EndpointDefinition endpoint,
        @Nullable String parent,
        List<InheritedField> inherited,
        ProcessingSteps steps,
        @Nullable Integer concurrency,
        LoadRules rules) {

    public ResourceDefinition {
        inherited = List.copyOf(inherited);
    }

    /** What the engine knows of it. */
    public Resource resource() {
        return new Resource(name, selected, CursorHint.of(hints, endpoint.incremental()), rules);
    }

    /** What it says that works and is hardly meant, a sentence each. */
    public List<String> warnings() {
        return Cautions.of(this);
    }

    ResourceDefinition withSelected(boolean value) {
        return new ResourceDefinition(name, value, hints, endpoint, parent, inherited, steps, concurrency, rules);
    }

    ResourceDefinition with(EndpointDefinition other) {
        return new ResourceDefinition(name, selected, hints, other, parent, inherited, steps, concurrency, rules);
    }
}
