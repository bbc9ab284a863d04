package dev.headrace.rest.definition;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A resource and those above it.
 *
 * @param above its parent first, then the parent's parent
 * @param complete false: one of them has problems of its own and hides those above it, or they are in a cycle
 */
record Ancestry(ResourceDefinition resource, List<String> above, boolean complete) {

    static Ancestry of(ResourceDefinition resource, Map<String, ResourceDefinition> definitions) {
        List<String> above = new ArrayList<>();
        String parent = resource.parent();
        ResourceDefinition known = parent == null ? null : definitions.get(parent);
        while (parent != null && known != null && !above.contains(parent)) {
            above.add(parent);
            parent = known.parent();
            known = parent == null ? null : definitions.get(parent);
        }
        return new Ancestry(resource, above, parent == null);
    }

    /** Fails when a value is to be inherited from a resource that is not above this one. */
    void check(ConfigNode node) {
        for (InheritedField field : complete ? resource.inherited() : List.<InheritedField>of()) {
            if (!above.contains(field.origin().resource())) {
                throw unrelated(field.origin().resource(), node);
            }
        }
    }

    private ConfigException unrelated(String wanted, ConfigNode node) {
        ConfigNode place = node.find("include_from_parent").orElse(node);
        for (ConfigNode element : place.elements()) {
            if (element.kind() == Kind.OBJECT
                    && element.text("resource").filter(wanted::equals).isPresent()) {
                place = element.require("resource");
                break;
            }
        }
        return place.error("'" + wanted + "' is not above resource '" + resource.name() + "'"
                + Suggestions.didYouMean(wanted, above) + " Possible: " + String.join(", ", above));
    }
}
