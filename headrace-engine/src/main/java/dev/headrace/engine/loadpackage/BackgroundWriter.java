package dev.headrace.engine.loadpackage;

import dev.headrace.InterruptedRunException;
import dev.headrace.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * One thread that does the writing, job after job in the order of their submission. After a failure the jobs that follow
 * are not run, but still released, so that nobody waits for ever; the failure is thrown at the next call.
 */
final class BackgroundWriter implements AutoCloseable {

    private static final int QUEUE_LENGTH = 8;

    /** Something to write. */
    interface Job {

        void run() throws IOException;

        /** Gives back what the job holds, whether it was run or not. */
        default void release() {}
    }

    private final Path folder;
    private final BlockingQueue<Job> jobs = new ArrayBlockingQueue<>(QUEUE_LENGTH);
    private final Thread thread = new Thread(this::work, "headrace-package-writer");
    private final Job lastJob = () -> {};
    private volatile @Nullable Throwable failure;

    /** @param folder named in messages */
    BackgroundWriter(Path folder) {
        this.folder = folder;
        thread.setDaemon(true);
        thread.start();
    }

    /** Hands a job over; waits while too many are waiting. */
    void submit(Job job) {
        throwFailure();
        awaiting(() -> jobs.put(job));
    }

    /** Waits until all jobs that were handed over have been run. */
    void drain() {
        CountDownLatch reached = new CountDownLatch(1);
        submit(new Job() {
            @Override
            public void run() {
                // What matters is that its turn has come.
            }

            @Override
            public void release() {
                reached.countDown();
            }
        });
        awaiting(reached::await);
        throwFailure();
    }

    /** Whether a job has failed. */
    boolean hasFailed() {
        return failure != null;
    }

    /** Waits until all jobs have been run, and ends the thread. */
    void finish() {
        awaiting(this::end);
        throwFailure();
    }

    void throwFailure() {
        Throwable thrown = failure;
        if (thrown instanceof IOException io) {
            throw Failures.cannotWrite(folder, io);
        }
        if (thrown != null) {
            throw new IllegalStateException("The thread that writes the package failed", thrown);
        }
    }

    /** Ends the thread after the jobs that it has, interrupted or not. Does nothing when it has ended. */
    @Override
    public void close() {
        Uninterrupted.await(this::end);
    }

    private void end() throws InterruptedException {
        if (thread.isAlive()) {
            jobs.put(lastJob);
            thread.join();
        }
    }

    private void work() {
        try {
            for (Job job = jobs.take(); job != lastJob; job = jobs.take()) {
                runUnlessFailed(job);
            }
        } catch (InterruptedException e) {
            failure = e;
        }
    }

    private void runUnlessFailed(Job job) {
        try {
            if (failure == null) {
                job.run();
            }
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        } finally {
            job.release();
        }
    }

    static void awaiting(Uninterrupted.Wait wait) {
        try {
            wait.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedRunException(
                    Phase.NORMALIZE, "The run was interrupted while it was writing the load package; run it again.");
        }
    }
}
