package dev.headrace.engine;

import dev.headrace.FailureKind;
import dev.headrace.HeadraceException;
import dev.headrace.InterruptedRunException;
import dev.headrace.RequestFailedException;
import dev.headrace.engine.checkpoint.Schedule;
import dev.headrace.engine.checkpoint.Snapshot;
import dev.headrace.engine.loadpackage.PackageWriter;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.source.ReadingPosition;
import dev.headrace.source.SourceReader;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes checkpoints of one extraction while it reads, a last one when it ends early, and tells where the next run goes on.
 * Used by the thread that reads.
 */
final class Checkpoints {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final PackageWriter writer;
    private final Schedule schedule;
    private final Clock clock;
    private final RunListener listener;
    private @Nullable Progress progress;
    private volatile @Nullable ReadingPosition durable;
    /** Whether the source could not say where it stands when it was asked last. */
    private boolean isNowhere;

    /**
     * What a checkpoint is made of.
     *
     * @param reader tells where reading stands
     * @param sinks have the rows so far
     * @param snapshot of everything else, as it is when it is asked for
     */
    record Progress(SourceReader reader, ResourceSinks sinks, Function<ReadingPosition, Snapshot> snapshot) {}

    /** @param beginning where an earlier run has come to; null: nowhere */
    Checkpoints(
            PackageWriter writer,
            Schedule schedule,
            Clock clock,
            RunListener listener,
            @Nullable ReadingPosition beginning) {
        this.writer = writer;
        this.schedule = schedule;
        this.clock = clock;
        this.listener = listener;
        this.durable = beginning;
    }

    /** From now on there is something to save; without this nothing is. */
    void follow(Progress current) {
        progress = current;
    }

    void pageBegins() {
        schedule.pageBegins();
    }

    void pageRead() {
        schedule.somethingCame();
        if (schedule.isDueAfterPage()) {
            take();
        }
    }

    /** The reader tells something, perhaps that it waits. */
    void hear(RunEvent event) {
        if (event instanceof RunEvent.PageRead) {
            schedule.somethingCame();
        } else if (event instanceof RunEvent.Waiting waiting) {
            takeBefore(Duration.between(clock.instant(), waiting.until()));
        } else if (event instanceof RunEvent.Retrying retrying) {
            takeBefore(retrying.delay());
        }
    }

    /** An answer has come that is read later. */
    void cameAhead() {
        schedule.somethingCame();
    }

    /** The reader waits for an answer, nobody knows how long. */
    void waiting() {
        takeBefore(Duration.ZERO);
    }

    private void takeBefore(Duration pause) {
        if (schedule.isDueBefore(pause)) {
            take();
        }
    }

    /** One at a time: a disk that is slower than the source is not given more. */
    private boolean take() {
        if (progress == null || writer.isBusy()) {
            return false;
        }
        Progress current = progress;
        Optional<ReadingPosition> position = current.reader().position();
        isNowhere = position.isEmpty();
        position.ifPresent(there -> {
            current.sinks().flush();
            Snapshot snapshot = current.snapshot().apply(there);
            writer.checkpoint(snapshot::toDocument, () -> durable = there);
            schedule.taken();
        });
        return position.isPresent();
    }

    /** A last one, durable when this returns, if the failure passes by itself or by other credentials. */
    void takeLastAfter(HeadraceException failure) {
        if (!passes(failure) || !schedule.isBehind()) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            writer.await();
            if (progress != null && take()) {
                writer.await();
                progress.sinks().tellDiscards();
            }
        } catch (HeadraceException e) {
            failure.addSuppressed(e); // the one before stays
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Keeps what was saved where that makes sense, and says so; the result is to be thrown. */
    HeadraceException endedBy(HeadraceException failure) {
        ReadingPosition kept = durable;
        if (!passes(failure)) {
            tellIf(
                    kept != null,
                    "What was read is given up, because the next run would meet the same again: it begins anew.");
            return failure;
        }
        writer.keep();
        if (kept == null || !writer.isKept()) {
            tellIf(
                    isNowhere,
                    "What was read is not kept, because there is no telling where to go on: the place holds a secret (in a next"
                            + " link, perhaps), or something that cannot be written down. The next run begins anew.");
            return failure;
        }
        if (failure instanceof InterruptedRunException) {
            return new InterruptedRunException(
                    failure.phase(),
                    "The run was stopped while it was reading. What it has read is kept: run it again, and it goes on with "
                            + kept.description() + ".");
        }
        listener.on(new RunEvent.Warned(
                null, "What was read is kept: the next run goes on with " + kept.description() + "."));
        return failure;
    }

    private void tellIf(boolean so, String message) {
        if (so) {
            listener.on(new RunEvent.Warned(null, message));
        }
    }

    /** What a later run of the same configuration may not meet again. */
    private static boolean passes(HeadraceException failure) {
        if (failure instanceof RequestFailedException request) {
            Integer status = request.request().status();
            return status == null
                    || status == UNAUTHORIZED
                    || status == FORBIDDEN
                    || status == TOO_MANY_REQUESTS
                    || status >= SERVER_ERROR;
        }
        return failure.kind() == FailureKind.INTERRUPTED
                || failure.kind() == FailureKind.AUTH
                || failure.kind() == FailureKind.HTTP;
    }
}
