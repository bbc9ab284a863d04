package dev.headrace.rest.read;

import dev.headrace.source.RecordSinks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A resource while several requests are under way: its sequences in the order in which their pages are read, the foremost
 * of which have requests under way. Pages are read one after another as they would be with one request at a time.
 */
final class Lane {

    /** Pages that are under way or wait to be read, for each request that may be under way. */
    private static final int PAGES_PER_REQUEST = 16;

    /** Sequences that wait to be begun before more are looked for, for each request that may be under way. */
    private static final int JOBS_PER_REQUEST = 4;

    private final ResourceReading resource;
    private final List<Lane> children;
    private final Dispatch dispatch;
    private final boolean farSighted;
    private final Deque<Job> jobs = new ArrayDeque<>();
    private final Deque<Track> tracks = new ArrayDeque<>();
    private @Nullable RuntimeException broken;
    private long pagesRead;
    private long jobsFound;

    /** @param children the lanes of the resources that are read for each record of this one */
    Lane(ResourceReading resource, List<Lane> children, Dispatch dispatch) {
        this.resource = resource;
        this.children = List.copyOf(children);
        this.dispatch = dispatch;
        this.farSighted = !resource.definition().endpoint().mayEndEarly();
    }

    /** Whether its sequences are of the same resource. */
    boolean isOf(Job job) {
        return resource == job.resource();
    }

    void add(Task task) {
        if (task.sequence() == null) {
            jobs.addLast(task.job());
        } else {
            tracks.addLast(new Track(task.sequence(), dispatch, farSighted));
        }
    }

    /** What is left to read, requests that are under way included. */
    List<Task> tasks() {
        List<Task> left = new ArrayList<>();
        tracks.forEach(track -> left.add(Task.of(track.sequence())));
        jobs.forEach(job -> left.add(new Task(job, null)));
        return left;
    }

    /** The answers that have come and have not been read, in the order in which they are due. */
    Stream<ReadAhead> readAhead() {
        return tracks.stream().flatMap(Track::readAhead);
    }

    /** Sends as many requests on their way as may be. */
    void send() {
        int pages = tracks.stream().mapToInt(Track::pages).sum();
        while (mayHaveMore(pages) && sendOne()) {
            pages++;
        }
        if (!tracks.isEmpty()) {
            tracks.element().await();
        }
    }

    /** Whether a page can be read, or a failure told. */
    boolean isDue() {
        return tracks.isEmpty() ? broken != null : tracks.element().isDue();
    }

    /** Whether a page has come, and not a failure, without which the children may soon have nothing to ask for. */
    boolean bringsNeededJobs() {
        return !children.isEmpty()
                && !tracks.isEmpty()
                && tracks.element().hasCome()
                && children.stream().allMatch(child -> child.needsJobs(0, jobsPerPage()));
    }

    boolean isFinished() {
        return jobs.isEmpty() && tracks.isEmpty() && broken == null;
    }

    /** Reads the page that is due. */
    void readPage(RecordSinks sinks) {
        if (tracks.isEmpty() && broken != null) {
            throw broken;
        }
        Track track = tracks.element();
        List<Job> found = track.readPage(sinks.of(resource.name()));
        pagesRead++;
        jobsFound += found.size();
        for (Job job : found) {
            children.stream().filter(lane -> lane.isOf(job)).forEach(lane -> lane.jobs.addLast(job));
        }
        if (track.isFinished()) {
            tracks.remove();
        }
    }

    /**
     * Whether another page may be asked for. Where it is the one that is read next, those under way behind it count for nothing:
     * they bring no jobs before it has come, and waiting for them would be waiting for ever.
     */
    private boolean mayHaveMore(int pages) {
        boolean nextIsMissing = tracks.isEmpty() || tracks.element().pages() == 0;
        int before = nextIsMissing ? 0 : pages;
        return before < PAGES_PER_REQUEST * dispatch.limit()
                && children.stream().allMatch(child -> child.needsJobs(before * jobsPerPage(), jobsPerPage()));
    }

    /** Whether the jobs that there are, and that are to be expected, might not keep all places busy. */
    private boolean needsJobs(long expected, long jobsPerPage) {
        return jobs.size() + expected < Math.max(JOBS_PER_REQUEST * (long) dispatch.limit(), jobsPerPage);
    }

    /** For each child; at least 1. */
    private long jobsPerPage() {
        return children.isEmpty() || pagesRead == 0 ? 1 : Math.max(1, jobsFound / pagesRead / children.size());
    }

    private boolean sendOne() {
        for (Track track : tracks) {
            if (track.send()) {
                return true;
            }
        }
        Sequence begun = begin();
        if (begun == null) {
            return false;
        }
        Track track = new Track(begun, dispatch, farSighted);
        tracks.addLast(track);
        return track.send();
    }

    /** The sequence of the next job; null when there is none. A failure is told when its turn to be read has come. */
    private @Nullable Sequence begin() {
        Sequence begun = null;
        while (begun == null && broken == null && !jobs.isEmpty()) {
            try {
                begun = Beginning.of(jobs.element());
                jobs.remove();
            } catch (RuntimeException e) {
                broken = e;
            }
        }
        return begun;
    }
}
