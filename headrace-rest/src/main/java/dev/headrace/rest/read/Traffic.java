package dev.headrace.rest.read;

import dev.headrace.rest.flight.Flights;
import dev.headrace.source.ReadContext;
import dev.headrace.source.RecordSinks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Several requests under way at a time. The pages of each resource are read in the order in which they would be with one
 * request at a time; those of different resources as they come. Everything but sending happens on the thread that reads.
 */
final class Traffic implements ReadingOrder {

    private final Flights flights;
    private final ReadContext context;
    private final Standpoint standpoint;
    private final Deque<LaneTree> trees;
    /** So many answers are known to wait since the last page was read. */
    private int told;

    Traffic(List<LaneTree> trees, Flights flights, Round round) {
        this.trees = new ArrayDeque<>(trees);
        this.flights = flights;
        this.context = round.context();
        this.standpoint = round.standpoint();
    }

    @Override
    public boolean readPage(RecordSinks sinks) {
        standing(flights::handOver);
        while (!trees.isEmpty()) {
            trees.forEach(LaneTree::send);
            Optional<Lane> due = due();
            if (due.isPresent()) {
                told = 0;
                due.get().readPage(sinks);
                return true;
            }
            if (!finish()) {
                standing(this::awaitNews);
            }
        }
        return false;
    }

    /** What has come may wait for long, while nothing that stands before it comes. */
    private void awaitNews() {
        int came = readAhead().size();
        if (came > told) {
            context.cameAhead();
        }
        told = came;
        flights.awaitNews();
    }

    /** Nothing is being changed meanwhile, and not by a failure either. */
    private void standing(Runnable waiting) {
        standpoint.arrive();
        waiting.run();
        standpoint.leave();
    }

    @Override
    public List<Work> work() {
        return trees.stream().map(LaneTree::work).toList();
    }

    @Override
    public List<ReadAhead> readAhead() {
        return trees.stream().flatMap(LaneTree::readAhead).toList();
    }

    /** A lane with a page that can be read; the trees take turns. */
    private Optional<Lane> due() {
        for (int i = 0; i < trees.size(); i++) {
            LaneTree tree = trees.remove();
            trees.add(tree);
            Optional<Lane> due = tree.due();
            if (due.isPresent()) {
                return due;
            }
        }
        return Optional.empty();
    }

    /** Takes leave of the trees that are finished; false when there are none. */
    private boolean finish() {
        List<LaneTree> finished = trees.stream().filter(LaneTree::isFinished).toList();
        finished.forEach(LaneTree::finish);
        return trees.removeAll(finished);
    }
}
