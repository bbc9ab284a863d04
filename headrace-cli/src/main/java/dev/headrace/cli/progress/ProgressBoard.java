package dev.headrace.cli.progress;

import dev.headrace.event.RunEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all resources of a run are doing. Not thread-safe; displays guard it. */
final class ProgressBoard {

    private final Clock clock;
    private final Map<String, ResourceProgress> resources = new LinkedHashMap<>();
    private final Map<String, RunEvent.ReadBefore> earlier = new HashMap<>();

    ProgressBoard(Clock clock) {
        this.clock = clock;
    }

    /** Takes an event in; false when it changes nothing on the board. */
    boolean take(RunEvent event) {
        if (event instanceof RunEvent.PageRead page) {
            of(page.resource()).read(page, clock.instant());
        } else if (event instanceof RunEvent.Waiting waiting) {
            of(waiting.resource()).waiting(waiting.reason(), waiting.until());
        } else if (event instanceof RunEvent.Retrying retrying && retrying.resource() != null) {
            of(retrying.resource()).waiting(retrying.reason(), retrying.until());
        } else if (event instanceof RunEvent.ResourceFinished finished) {
            of(finished.resource()).finished(clock.instant());
        } else if (event instanceof RunEvent.ReadBefore before) {
            earlier.put(before.resource(), before);
            return false;
        } else {
            return false;
        }
        return true;
    }

    ResourceProgress of(String resource) {
        return resources.computeIfAbsent(
                resource, name -> new ResourceProgress(name, clock.instant(), earlier.get(name)));
    }

    /** A line for each resource, in the order in which they were first heard of. */
    List<String> lines() {
        int width = resources.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        resources.values().forEach(r -> lines.add(r.line(clock.instant(), width)));
        return lines;
    }

    String line(String resource) {
        return of(resource).line(clock.instant(), resource.length());
    }
}
