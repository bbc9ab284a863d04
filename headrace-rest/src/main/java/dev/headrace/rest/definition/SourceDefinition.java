package dev.headrace.rest.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A whole configuration.
 *
 * @param resources parents before children; names are unique, every parent is among them
 */
public record SourceDefinition(String name, ClientDefinition client, List<ResourceDefinition> resources) {

    public SourceDefinition {
        resources = List.copyOf(resources);
    }

    /** The resources that are read once for every record of this one. */
    public List<ResourceDefinition> childrenOf(String resource) {
        return resources.stream()
                .filter(child -> resource.equals(child.parent()))
                .toList();
    }

    /** Whether a resource has to be read: it is selected, or one of its children has to be read. */
    public boolean isNeeded(ResourceDefinition resource) {
        return resource.selected() || childrenOf(resource.name()).stream().anyMatch(this::isNeeded);
    }

    /** What the resources that have to be read say that works and is hardly meant, a sentence each. */
    public List<String> warnings() {
        return resources.stream()
                .filter(this::isNeeded)
                .flatMap(resource -> resource.warnings().stream())
                .toList();
    }

    /** Why a pass over a resource does not bring everything that there is of it; empty when it does. */
    public Optional<String> whyPartial(String resource) {
        Map<String, ResourceDefinition> byName = new HashMap<>();
        resources.forEach(each -> byName.put(each.name(), each));
        return Optional.ofNullable(byName.get(resource)).flatMap(new Partial(byName)::reason);
    }

    /** How many requests may be under way at a time, whatever resources they are for. */
    public int mostAtOnce() {
        return resources.stream()
                .filter(this::isNeeded)
                .map(ResourceDefinition::concurrency)
                .filter(Objects::nonNull)
                .reduce(client.concurrency(), Math::max);
    }

    /** The same with exactly these resources selected. */
    public SourceDefinition select(Set<String> names) {
        return new SourceDefinition(
                name,
                client,
                resources.stream()
                        .map(resource -> resource.withSelected(names.contains(resource.name())))
                        .toList());
    }
}
