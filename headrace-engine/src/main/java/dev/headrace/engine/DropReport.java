package dev.headrace.engine;

import java.util.List;

/**
 * What a drop takes away.
 *
 * @param resources those whose state is forgotten
 * @param tables those that are dropped, nested ones first
 */
public record DropReport(List<String> resources, List<String> tables) {

    public DropReport {
        resources = List.copyOf(resources);
        tables = List.copyOf(tables);
    }
}
