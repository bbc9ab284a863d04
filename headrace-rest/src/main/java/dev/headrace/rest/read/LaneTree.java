package dev.headrace.rest.read;

import dev.headrace.rest.flight.Flights;
import dev.headrace.rest.flight.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The lanes of a resource without a parent and of everything below it. */
final class LaneTree {

    private final Job root;
    /** Children before their parents: what is begun is brought to its end first. */
    private final List<Lane> lanes = new ArrayList<>();

    /**
     * @param root the sequence of a resource without a parent
     * @param windows how many requests of a resource may be under way at a time
     */
    LaneTree(Job root, Flights flights, Function<ResourceReading, Window> windows) {
        this.root = root;
        lane(root.resource(), flights, windows).add(root);
    }

    private Lane lane(ResourceReading resource, Flights flights, Function<ResourceReading, Window> windows) {
        List<Lane> children = resource.children().stream()
                .map(child -> lane(child, flights, windows))
                .toList();
        Lane lane = new Lane(resource, children, new Dispatch(resource, flights, windows.apply(resource)));
        lanes.add(lane);
        return lane;
    }

    void send() {
        lanes.forEach(Lane::send);
    }

    Optional<Lane> due() {
        return lanes.stream().filter(Lane::isDue).findFirst();
    }

    boolean isFinished() {
        return lanes.stream().allMatch(Lane::isFinished);
    }

    /** Tells the end. */
    void finish() {
        root.finish();
    }
}
