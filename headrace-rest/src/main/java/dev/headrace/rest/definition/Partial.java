package dev.headrace.rest.definition;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds resources of which a pass brings only a part, however far it is read. */
final class Partial {

    private final Map<String, ResourceDefinition> resources;

    /** @param resources all that are known, by name */
    Partial(Map<String, ResourceDefinition> resources) {
        this.resources = resources;
    }

    /** Why that is so, as the middle of a sentence; empty when everything comes. */
    Optional<String> reason(ResourceDefinition resource) {
        @Nullable ResourceDefinition one = resource;
        while (one != null) {
            if (one.endpoint().incremental() != null) {
                String whose = one == resource ? "it" : "its parent '" + one.name() + "'";
                return Optional.of(whose + " is read with a cursor (incremental), which asks only for what is new");
            }
            one = one.parent() == null ? null : resources.get(one.parent());
        }
        return Optional.empty();
    }
}
