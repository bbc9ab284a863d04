package dev.headrace.rest.read;

import dev.headrace.rest.flight.Flights;
import dev.headrace.rest.flight.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The lanes of a resource without a parent and of everything below it. */
final class LaneTree {

    private final Job root;
    /** Parents before their children, each level of them together. */
    private final List<List<Lane>> levels = new ArrayList<>();
    /** Children before their parents: what is begun is brought to its end first. */
    private final List<Lane> lanes = new ArrayList<>();

    /**
     * @param work what is left to read of a resource without a parent
     * @param windows how many requests of a resource may be under way at a time
     */
    LaneTree(Work work, Flights flights, Function<ResourceReading, Window> windows) {
        this.root = work.root();
        lane(root.resource(), 0, flights, windows);
        work.levels().stream().flatMap(List::stream).forEach(this::add);
    }

    private Lane lane(ResourceReading resource, int depth, Flights flights, Function<ResourceReading, Window> windows) {
        if (levels.size() == depth) {
            levels.add(new ArrayList<>());
        }
        List<Lane> children = resource.children().stream()
                .map(child -> lane(child, depth + 1, flights, windows))
                .toList();
        Lane lane = new Lane(resource, children, new Dispatch(resource, flights, windows.apply(resource)));
        lanes.add(lane);
        levels.get(depth).add(lane);
        return lane;
    }

    private void add(Task task) {
        lanes.stream().filter(lane -> lane.isOf(task.job())).forEach(lane -> lane.add(task));
    }

    /** What is left to read. */
    Work work() {
        return new Work(
                root,
                levels.stream()
                        .map(level -> level.stream()
                                .flatMap(lane -> lane.tasks().stream())
                                .toList())
                        .toList());
    }

    /** The answers that have come and have not been read. */
    Stream<ReadAhead> readAhead() {
        return lanes.stream().flatMap(Lane::readAhead);
    }

    void send() {
        lanes.forEach(Lane::send);
    }

    /** A lane with a page that can be read: one that keeps places from becoming empty, or else what was begun last. */
    Optional<Lane> due() {
        List<Lane> due = lanes.stream().filter(Lane::isDue).toList();
        return due.stream()
                .filter(Lane::bringsNeededJobs)
                .findFirst()
                .or(() -> due.stream().findFirst());
    }

    boolean isFinished() {
        return lanes.stream().allMatch(Lane::isFinished);
    }

    /** Tells the end. */
    void finish() {
        root.finish();
    }
}
