package dev.headrace.testkit.crash;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a random moment in a stage of a run, as far as that can be seen from outside. */
final class Aim {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Duration START = Duration.ofMillis(900);
    private static final Duration PACKAGE = Duration.ofMillis(120);
    private static final Duration LOAD = Duration.ofMillis(500);
    private static final Duration END = Duration.ofMillis(150);

    private final Workspace workspace;
    private final RequestLog log;
    private final Random random;

    Aim(Workspace workspace, RequestLog log, Random random) {
        this.workspace = workspace;
        this.log = log;
        this.random = random;
    }

    /** A stage at random; those that last are taken more often. */
    Stage choose() {
        int sum = 0;
        for (Stage stage : Stage.values()) {
            sum += stage.weight();
        }
        int left = random.nextInt(sum);
        for (Stage stage : Stage.values()) {
            left -= stage.weight();
            if (left < 0) {
                return stage;
            }
        }
        throw new AssertionError("weights");
    }

    /**
     * Returns at that moment, or when the process has ended.
     *
     * @param requests how many requests the pass needs in all
     */
    void await(Stage stage, Process process, int requests, Duration latency) {
        switch (stage) {
            case START -> pause(START);
            case EXTRACTION -> {
                int left = Math.max(1, requests - log.answeredInPass());
                int wanted = 1 + random.nextInt(left);
                await(() -> log.sent() >= wanted, process);
                pause(latency.multipliedBy(2));
            }
            case PACKAGE -> {
                await(() -> log.answeredInPass() >= requests && !log.isBusy(), process);
                pause(PACKAGE);
            }
            case LOAD -> {
                boolean pending = !workspace.packages("normalised").isEmpty();
                await(() -> !workspace.packages("normalised").isEmpty(), process);
                pause(pending ? START.plus(LOAD) : LOAD);
            }
            case COMMIT, END -> {
                Set<String> before = workspace.packages("committed");
                await(() -> !workspace.packages("committed").equals(before), process);
                pause(END);
            }
        }
    }

    private static void await(BooleanSupplier moment, Process process) {
        while (process.isAlive() && !moment.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void pause(Duration longest) {
        long until = System.nanoTime() + (long) (random.nextDouble() * longest.toNanos());
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
