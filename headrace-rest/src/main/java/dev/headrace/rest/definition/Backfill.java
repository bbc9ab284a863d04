package dev.headrace.rest.definition;

import dev.headrace.ConfigException;
import dev.headrace.config.Problems;
import dev.headrace.rest.incremental.IncrementalDefinition;
import dev.headrace.schema.WriteDisposition;
import java.util.ArrayList;
import java.util.List;

/** Makes a source that reads a range of what it would read. */
public final class Backfill {

    private Backfill() {}

    /**
     * The source for a range of every incremental; what has none is no longer selected.
     *
     * @throws ConfigException when there is none, or the range does not fit one
     */
    public static SourceDefinition of(SourceDefinition source, String from, String to) {
        Problems problems = new Problems();
        List<ResourceDefinition> resources = new ArrayList<>();
        for (ResourceDefinition resource : source.resources()) {
            problems.attempt(() -> ranged(resource, from, to)).ifPresent(resources::add);
        }
        problems.throwIfAny();
        if (resources.stream().noneMatch(ResourceDefinition::selected)) {
            throw new ConfigException("Cannot load the range " + from + ".." + to + " of source '" + source.name()
                    + "': none of the resources to load has an 'incremental', which says by which field. Add one, or"
                    + " leave the backfill out.");
        }
        return new SourceDefinition(source.name(), source.client(), resources);
    }

    private static ResourceDefinition ranged(ResourceDefinition resource, String from, String to) {
        IncrementalDefinition incremental = resource.endpoint().incremental();
        if (incremental == null) {
            return resource.withSelected(false);
        }
        if (resource.hints().disposition() instanceof WriteDisposition.Replace) {
            throw failure(
                    resource,
                    from,
                    to,
                    "its write_disposition 'replace' would leave nothing but the range." + " Select other resources");
        }
        try {
            return resource.with(resource.endpoint().with(incremental.between(from, to)));
        } catch (IllegalArgumentException e) {
            throw failure(
                    resource,
                    from,
                    to,
                    e.getMessage() + ". Give the values as the cursor '"
                            + incremental.cursor().path() + "' has them, or as dates or timestamps such as 2024-01-31");
        }
    }

    private static ConfigException failure(ResourceDefinition resource, String from, String to, String reason) {
        return new ConfigException("Cannot load the range " + from + ".." + to + " of resource '" + resource.name()
                + "': " + reason + ".");
    }
}
