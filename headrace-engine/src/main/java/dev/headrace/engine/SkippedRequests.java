package dev.headrace.engine;

import dev.headrace.event.RunEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the source left out of one resource, as its configuration allows.
 *
 * @param count how many requests were skipped in all
 * @param first the first of them, at most {@value #LISTED}
 */
public record SkippedRequests(String resource, long count, List<RunEvent.RequestSkipped> first) {

    static final int LISTED = 100;

    public SkippedRequests {
        first = List.copyOf(first);
    }

    SkippedRequests and(RunEvent.RequestSkipped further) {
        return and(new SkippedRequests(resource, 1, List.of(further)));
    }

    /** Both together, these first. */
    SkippedRequests and(SkippedRequests later) {
        List<RunEvent.RequestSkipped> listed = first.size() == LISTED
                ? first
                : Stream.concat(first.stream(), later.first.stream())
                        .limit(LISTED)
                        .toList();
        return new SkippedRequests(resource, count + later.count, listed);
    }
}
