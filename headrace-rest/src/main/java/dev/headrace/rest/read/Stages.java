package dev.headrace.rest.read;

import dev.headrace.source.RecordSinks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is read in one go and can be committed together: first all resources that are not read window by window, then the
 * windows of the others one by one. So a resource is never half read when a window has come to its end.
 */
final class Stages {

    private final Function<List<Work>, ReadingOrder> orders;
    private final Deque<WindowedRoot> windows;
    private @Nullable ReadingOrder current;
    private boolean atCommitPoint;

    /**
     * @param work what is read first
     * @param windows what is read then
     * @param orders makes the order in which sequences are read that belong together
     */
    Stages(List<Work> work, List<WindowedRoot> windows, Function<List<Work>, ReadingOrder> orders) {
        this.orders = orders;
        this.windows = new ArrayDeque<>(windows);
        this.current = work.isEmpty() ? next() : orders.apply(work);
    }

    /** @param roots the resources without a parent */
    static Stages of(List<ResourceReading> roots, Function<List<Work>, ReadingOrder> orders) {
        List<Work> first = new ArrayList<>();
        List<WindowedRoot> windows = new ArrayList<>();
        for (ResourceReading root : roots) {
            if (root.isReadInWindows()) {
                windows.add(WindowedRoot.of(root));
            } else {
                Job.roots(root).forEachRemaining(job -> first.add(Work.of(job)));
            }
        }
        return new Stages(first, windows, orders);
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

    /** What is left of this stage. */
    List<Work> work() {
        return current == null ? List.of() : current.work();
    }

    /** The answers of this stage that have come and have not been read. */
    List<ReadAhead> readAhead() {
        return current == null ? List.of() : current.readAhead();
    }

    /** What is left for further stages. */
    List<WindowedRoot> windows() {
        return windows.stream().filter(WindowedRoot::hasNext).toList();
    }

    private @Nullable ReadingOrder next() {
        while (!windows.isEmpty()) {
            if (windows.element().hasNext()) {
                return orders.apply(List.of(Work.of(windows.element().next())));
            }
            windows.remove();
        }
        return null;
    }
}
