package dev.headrace.rest.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order in which resources are read: those without a parent as they are first mentioned (by themselves, or by a
 * child), then their children, then the children's children.
 */
final class ResourceOrder {

    /** Each resource's parent, null for none; in the order written. */
    private final Map<String, @Nullable String> parents;

    ResourceOrder(Map<String, @Nullable String> parents) {
        this.parents = parents;
    }

    /** All names; there must be no cycle, and no parent that is not there. */
    List<String> sorted() {
        Set<String> mentioned = new LinkedHashSet<>();
        parents.forEach((name, parent) -> {
            if (parent != null) {
                mentioned.add(parent);
            }
            mentioned.add(name);
        });
        List<String> sorted = new ArrayList<>();
        for (int depth = 0; sorted.size() < parents.size(); depth++) {
            for (String name : mentioned) {
                if (depth(name) == depth) {
                    sorted.add(name);
                }
            }
        }
        return sorted;
    }

    private int depth(String name) {
        int depth = 0;
        String parent = parents.get(name);
        while (parent != null) {
            depth++;
            parent = parents.get(parent);
        }
        return depth;
    }
}
