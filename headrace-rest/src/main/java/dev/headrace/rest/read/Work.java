package dev.headrace.rest.read;

import java.util.ArrayList;
import java.util.List;

/**
 * What is still to be read of a resource without a parent and of everything below it.
 *
 * @param root the sequence of the resource without a parent, to be told of the end; perhaps read already
 * @param levels what is left, from the resource without a parent down to the deepest; for each resource in the order in
 *     which it is to be read. None is empty.
 */
record Work(Job root, List<List<Task>> levels) {

    Work {
        List<List<Task>> some = new ArrayList<>();
        levels.stream().filter(level -> !level.isEmpty()).forEach(level -> some.add(List.copyOf(level)));
        levels = List.copyOf(some);
    }

    /** All of it. */
    static Work of(Job root) {
        return new Work(root, List.of(List.of(new Task(root, null))));
    }
}
