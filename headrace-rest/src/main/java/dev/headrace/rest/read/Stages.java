package dev.headrace.rest.read;

import dev.headrace.source.RecordSinks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is read in one go and can be committed together: first all resources that are not read window by window, then the
 * windows of the others one by one. So a resource is never half read when a window has come to its end.
 */
final class Stages {

    private final Function<List<Job>, ReadingOrder> orders;
    private final Deque<Iterator<Job>> windows = new ArrayDeque<>();
    private @Nullable ReadingOrder current;
    private boolean atCommitPoint;

    /**
     * @param roots the resources without a parent
     * @param orders makes the order in which sequences are read that belong together
     */
    Stages(List<ResourceReading> roots, Function<List<Job>, ReadingOrder> orders) {
        this.orders = orders;
        List<Job> first = new ArrayList<>();
        for (ResourceReading root : roots) {
            if (root.isReadInWindows()) {
                windows.add(Job.roots(root));
            } else {
                Job.roots(root).forEachRemaining(first::add);
            }
        }
        this.current = first.isEmpty() ? next() : orders.apply(first);
    }

    /** Reads the next page, or ends a stage; false when there is none left. */
    boolean readPage(RecordSinks sinks) {
        atCommitPoint = false;
        if (current == null) {
            return false;
        }
        if (current.readPage(sinks)) {
            return true;
        }
        current = next();
        atCommitPoint = current != null;
        return atCommitPoint;
    }

    /** Whether a stage has just ended, and another follows. */
    boolean atCommitPoint() {
        return atCommitPoint;
    }

    private @Nullable ReadingOrder next() {
        while (!windows.isEmpty()) {
            if (windows.element().hasNext()) {
                return orders.apply(List.of(windows.element().next()));
            }
            windows.remove();
        }
        return null;
    }
}
