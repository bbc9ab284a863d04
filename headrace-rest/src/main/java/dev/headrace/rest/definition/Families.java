package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.config.Suggestions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which resources are whose parents, whatever else is wrong with them. */
final class Families {

    private final Map<String, ConfigNode> resources;
    private final boolean allNamed;
    private final Map<String, Set<String>> parents = new LinkedHashMap<>();
    private final Set<String> withoutParent = new HashSet<>();

    /**
     * @param resources laid over the defaults, by name, in the order written
     * @param allNamed whether these are all resources; false: there are some whose name is not known
     */
    Families(Map<String, ConfigNode> resources, boolean allNamed) {
        this.resources = resources;
        this.allNamed = allNamed;
        resources.forEach((name, resource) -> enter(name, ParentNames.of(resource)));
    }

    private void enter(String name, ParentNames found) {
        parents.put(name, found.found());
        if (found.areNone()) {
            withoutParent.add(name);
        }
    }

    /** Finds resources with several parents or unknown ones, and cycles, each of them once; and what can't be inherited. */
    Problems problems() {
        Problems problems = new Problems();
        Set<String> inCycles = new HashSet<>();
        resources.forEach((name, resource) -> {
            problems.check(() -> requireOneParent(name, resource));
            parents.getOrDefault(name, Set.of())
                    .forEach(parent -> problems.check(() -> requireKnown(name, parent, resource)));
            List<String> cycle = cycle(name);
            if (!cycle.isEmpty() && !inCycles.containsAll(cycle)) {
                inCycles.addAll(cycle);
                problems.add(
                        resource.error("the resources refer to each other in a cycle: " + String.join(", ", cycle)));
            }
            ancestry(name)
                    .ifPresent(ancestry ->
                            problems.check(() -> ancestry.problems(resource).throwIfAny()));
        });
        return problems;
    }

    private void requireOneParent(String name, ConfigNode resource) {
        Set<String> found = parents.getOrDefault(name, Set.of());
        if (found.size() > 1) {
            throw resource.error("resource '" + name + "' refers to several parents, " + String.join(", ", found)
                    + ": only one is possible. Pass values of further ones down with 'include_from_parent'");
        }
    }

    private void requireKnown(String name, String parent, ConfigNode resource) {
        Set<String> known = resources.keySet();
        if (allNamed && !known.contains(parent)) {
            throw resource.error("resource '" + name + "' refers to the unknown resource '" + parent + "'"
                    + Suggestions.among(parent, "Known", known));
        }
    }

    /** Empty when nothing is above the resource, or when what is has a name that is not known. */
    private Optional<Ancestry> ancestry(String name) {
        List<String> above = new ArrayList<>();
        String last = name;
        Set<String> next = parents.getOrDefault(name, Set.of());
        while (next.size() == 1 && !above.contains(next.iterator().next())) {
            last = next.iterator().next();
            above.add(last);
            next = parents.getOrDefault(last, Set.of());
        }
        if (withoutParent.contains(last)) {
            return above.isEmpty() ? Optional.empty() : Optional.of(new Ancestry(name, above));
        }
        return allNamed ? Optional.of(new Ancestry(name, List.copyOf(resources.keySet()))) : Optional.empty();
    }

    /** The resources of a cycle, the first one again at its end; empty when {@code start} is in none. */
    private List<String> cycle(String start) {
        List<String> way = new ArrayList<>(List.of(start));
        return leadsTo(start, start, way, new HashSet<>()) ? way : List.of();
    }

    private boolean leadsTo(String goal, String from, List<String> way, Set<String> visited) {
        for (String parent : parents.getOrDefault(from, Set.of())) {
            way.add(parent);
            if (parent.equals(goal) || visited.add(parent) && leadsTo(goal, parent, way, visited)) {
                return true;
            }
            way.remove(way.size() - 1);
        }
        return false;
    }
}
