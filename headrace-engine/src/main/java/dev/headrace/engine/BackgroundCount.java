package dev.headrace.engine;

import dev.headrace.source.RecordCount;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The count of a page that is read in the background. */
final class BackgroundCount implements RecordCount {

    private static final int UNKNOWN = -1;

    private final Background background;
    private volatile int count = UNKNOWN;
    private volatile @Nullable Throwable failure;

    BackgroundCount(Background background) {
        this.background = background;
    }

    /** Reads the page, on the thread that does so; fails as that fails. */
    void read(IntSupplier page) {
        try {
            count = page.getAsInt();
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public boolean isKnown() {
        return count != UNKNOWN;
    }

    @Override
    public boolean hasFailed() {
        return failure != null;
    }

    @Override
    public int await() {
        if (!isKnown()) {
            background.settle();
        }
        if (isKnown()) {
            return count; // a later page may have failed meanwhile
        }
        background.throwFailure();
        throw new IllegalStateException("the page was given up before it was read");
    }
}
