package dev.headrace.rest.definition;

import dev.headrace.rest.incremental.IncrementalDefinition;
import java.util.ArrayList;
import java.util.List;

/** What a resource says that works, and is hardly meant. */
final class Cautions {

    private final ResourceDefinition resource;
    private final List<String> found = new ArrayList<>();

    private Cautions(ResourceDefinition resource) {
        this.resource = resource;
    }

    /** A sentence each, in a fixed order. */
    static List<String> of(ResourceDefinition resource) {
        Cautions cautions = new Cautions(resource);
        cautions.lag();
        cautions.overwritten();
        return cautions.found;
    }

    private void lag() {
        IncrementalDefinition incremental = resource.endpoint().incremental();
        if (incremental != null
                && !incremental.isStateless()
                && incremental.lag().isNegative()) {
            found.add("The lag of resource '" + resource.name() + "' is negative ("
                    + incremental.lag().amount().toPlainString() + "): each run begins that far behind the last"
                    + " value, and rows between are never loaded. Make it positive; to leave out only rows with"
                    + " the last value itself, set range_start: open.");
        }
    }

    private void overwritten() {
        OverwrittenValues.of(resource.endpoint())
                .forEach(value -> found.add("The " + value.place() + " of resource '" + resource.name()
                        + "' is never sent: its paginator writes there, and begins with " + value.sent()
                        + ". Leave it out, and set in the paginator what pages begin with."));
    }
}
