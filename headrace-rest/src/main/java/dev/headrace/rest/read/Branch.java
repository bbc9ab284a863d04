package dev.headrace.rest.read;

import dev.headrace.source.RecordSinks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource without a parent and everything below it. The children of a page are read, to their end, before the next
 * page of their parent: so no more is kept than what one page per level gives to its children.
 */
final class Branch {

    private final Job root;
    private final Deque<Level> levels = new ArrayDeque<>();

    /** @param work what is left to read of a resource without a parent */
    Branch(Work work) {
        this.root = work.root();
        work.levels().forEach(tasks -> levels.push(new Level(tasks)));
    }

    /** Reads one page of whichever resource is due; false when there is none left. */
    boolean readPage(RecordSinks sinks) {
        while (!levels.isEmpty()) {
            Sequence due = levels.element().due();
            if (due == null) {
                levels.pop();
                continue;
            }
            List<Job> jobs =
                    due.readPage(due.resource()::send, sinks.of(due.resource().name()));
            if (!jobs.isEmpty()) {
                levels.push(
                        new Level(jobs.stream().map(job -> new Task(job, null)).toList()));
            }
            return true;
        }
        root.finish();
        return false;
    }

    /** What is left to read. */
    Work work() {
        List<List<Task>> left = new ArrayList<>();
        levels.descendingIterator().forEachRemaining(level -> left.add(level.tasks()));
        return new Work(root, left);
    }

    /** The sequences that one page of the level above gave rise to. */
    private static final class Level {

        private final Deque<Task> tasks;
        private @Nullable Sequence current;

        Level(List<Task> tasks) {
            this.tasks = new ArrayDeque<>(tasks);
        }

        /** The sequence that has a page to read; null when all are finished. */
        @Nullable
        Sequence due() {
            while ((current == null || current.isFinished()) && !tasks.isEmpty()) {
                current = tasks.remove().begin();
            }
            return current == null || current.isFinished() ? null : current;
        }

        List<Task> tasks() {
            List<Task> left = new ArrayList<>();
            if (current != null && !current.isFinished()) {
                left.add(Task.of(current));
            }
            left.addAll(tasks);
            return left;
        }
    }
}
