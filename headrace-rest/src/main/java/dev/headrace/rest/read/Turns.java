package dev.headrace.rest.read;

import dev.headrace.source.RecordSinks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One request at a time: the resources without a parent take turns page by page, each followed by its children. */
final class Turns implements ReadingOrder {

    private final Deque<Branch> waiting = new ArrayDeque<>();

    /** @param work of each resource without a parent */
    Turns(List<Work> work) {
        work.forEach(one -> waiting.add(new Branch(one)));
    }

    @Override
    public boolean readPage(RecordSinks sinks) {
        while (!waiting.isEmpty()) {
            boolean read = waiting.element().readPage(sinks);
            Branch due = waiting.remove();
            if (read) {
                waiting.add(due);
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Work> work() {
        return waiting.stream().map(Branch::work).toList();
    }
}
