package dev.headrace.rest.read;

import dev.headrace.source.RecordSinks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One request at a time: the resources without a parent take turns page by page, each followed by its children. */
final class Turns implements ReadingOrder {

    private final Deque<Branch> waiting = new ArrayDeque<>();

    /** @param roots the sequences of the resources without a parent */
    Turns(List<Job> roots) {
        roots.forEach(root -> waiting.add(new Branch(root)));
    }

    @Override
    public boolean readPage(RecordSinks sinks) {
        while (!waiting.isEmpty()) {
            Branch due = waiting.remove();
            if (due.readPage(sinks)) {
                waiting.add(due);
                return true;
            }
        }
        return false;
    }
}
