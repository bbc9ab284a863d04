package dev.headrace.engine;

import dev.headrace.event.RunEvent;
import java.util.List;

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
        List<RunEvent.RequestSkipped> listed = first.size() == LISTED
                ? first
                : java.util.stream.Stream.concat(first.stream(), java.util.stream.Stream.of(further))
                        .toList();
        return new SkippedRequests(resource, count + 1, listed);
    }
}
