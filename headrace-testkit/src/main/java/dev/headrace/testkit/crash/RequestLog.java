package dev.headrace.testkit.crash;

import dev.headrace.testkit.api.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What the API was asked for by which process and when; times are nanoseconds from any beginning. Processes come one after
 * another, and each belongs to a pass over the source, which one process begins and perhaps another one finishes. Safe for
 * any number of threads.
 */
final class RequestLog {

    private static final long NEVER = Long.MAX_VALUE;

    private final LongSupplier nanos;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<RecordedRequest, Entry> unanswered = new IdentityHashMap<>();
    private final List<Life> lives = new ArrayList<>();

    /** One request; its answer may never have been complete. */
    private static final class Entry {
        private final String target;
        private final int process;
        private long answered = NEVER;

        private Entry(String target, int process) {
            this.target = target;
            this.process = process;
        }
    }

    /** One process. */
    private static final class Life {
        private final int pass;
        private long killed = NEVER;

        private Life(int pass) {
            this.pass = pass;
        }
    }

    RequestLog(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** From now on requests are those of a new process. */
    synchronized void begin(int pass) {
        lives.add(new Life(pass));
        unanswered.clear();
    }

    /** The last process is about to be killed. */
    synchronized void killed() {
        lives.get(lives.size() - 1).killed = nanos.getAsLong();
    }

    synchronized void received(RecordedRequest request) {
        Entry entry = new Entry(request.target(), lives.size() - 1);
        entries.add(entry);
        unanswered.put(request, entry);
    }

    synchronized void answered(RecordedRequest request) {
        Entry entry = unanswered.remove(request);
        if (entry != null) {
            entry.answered = nanos.getAsLong();
        }
    }

    /** How many requests the last process has sent. */
    synchronized int sent() {
        return (int) entries.stream().filter(e -> e.process == lives.size() - 1).count();
    }

    /** How many different requests the processes of the last pass have got answers to. */
    synchronized int answeredInPass() {
        int pass = lives.get(lives.size() - 1).pass;
        return (int) entries.stream()
                .filter(e -> lives.get(e.process).pass == pass && e.answered != NEVER)
                .map(e -> e.target)
                .distinct()
                .count();
    }

    /** Whether a request of the last process waits for its answer. */
    synchronized boolean isBusy() {
        return !unanswered.isEmpty();
    }

    /**
     * How many answers a process had got before it was killed and another one of the same pass asked for again.
     */
    synchronized int askedAgain() {
        return (int) entries.stream().filter(e -> !answeredBefore(e).isEmpty()).count();
    }

    /** How many answers a process had got before it was killed, and no later one of the same pass asked for again. */
    synchronized int spared() {
        Set<String> again = new HashSet<>();
        entries.forEach(e -> again.add(key(e)));
        return (int) entries.stream()
                .filter(e -> isLost(e))
                .filter(e -> lives.stream().skip(e.process + 1L).anyMatch(later -> later.pass == passOf(e)))
                .filter(e -> entries.stream().noneMatch(l -> l.process > e.process && key(l).equals(key(e))))
                .count();
    }

    /** Whether the answer had come before its process was killed. */
    private boolean isLost(Entry entry) {
        long killed = lives.get(entry.process).killed;
        return killed != NEVER && entry.answered < killed;
    }

    private int passOf(Entry entry) {
        return lives.get(entry.process).pass;
    }

    private String key(Entry entry) {
        return passOf(entry) + " " + entry.target;
    }

    /** Requests that were sent though their answer had come so long before an earlier process of the pass was killed. */
    synchronized List<String> neededAgain(Duration lag) {
        List<String> violations = new ArrayList<>();
        for (Entry entry : entries) {
            for (Entry before : answeredBefore(entry)) {
                long earlier = lives.get(before.process).killed - before.answered;
                if (earlier > lag.toNanos()) {
                    violations.add("process " + (entry.process + 1) + " asked again for " + entry.target
                            + ", which process " + (before.process + 1) + " had got " + earlier / 1_000_000
                            + " ms before it was killed");
                }
            }
        }
        return violations;
    }

    private List<Entry> answeredBefore(Entry entry) {
        return entries.stream()
                .filter(e -> e.process < entry.process && e.target.equals(entry.target) && passOf(e) == passOf(entry))
                .filter(this::isLost)
                .toList();
    }

    /** Requests that one process sent more than once. */
    synchronized List<String> askedTwice() {
        Set<String> seen = new HashSet<>();
        return entries.stream()
                .map(e -> "process " + (e.process + 1) + " asked more than once for " + e.target)
                .filter(text -> !seen.add(text))
                .distinct()
                .toList();
    }
}
