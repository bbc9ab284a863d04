package dev.headrace.rest.read;

import dev.headrace.source.RecordSinks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource without a parent and everything below it. The children of a page are read, to their end, before the next
 * page of their parent: so no more is kept than what one page per level gives to its children.
 */
final class Branch {

    private final Job root;
    private final Deque<Level> levels = new ArrayDeque<>();

    /** @param root the sequence of a resource without a parent */
    Branch(Job root) {
        this.root = root;
        levels.push(new Level(List.of(root)));
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
                levels.push(new Level(jobs));
            }
            return true;
        }
        root.finish();
        return false;
    }

    /** The sequences that one page of the level above gave rise to. */
    private static final class Level {

        private final Iterator<Job> jobs;
        private @Nullable Sequence current;

        Level(List<Job> jobs) {
            this.jobs = jobs.iterator();
        }

        /** The sequence that has a page to read; null when all are finished. */
        @Nullable
        Sequence due() {
            while ((current == null || current.isFinished()) && jobs.hasNext()) {
                current = Beginning.of(jobs.next());
            }
            return current == null || current.isFinished() ? null : current;
        }
    }
}
