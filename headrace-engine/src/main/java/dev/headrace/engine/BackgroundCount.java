package dev.headrace.engine;

import dev.headrace.source.RecordCount;
import java.util.function.IntSupplier;

/** The count of a page that is read in the background. */
final class BackgroundCount implements RecordCount {

    private static final int UNKNOWN = -1;

    private final Background background;
    private volatile int count = UNKNOWN;

    BackgroundCount(Background background) {
        this.background = background;
    }

    /** Reads the page, on the thread that does so; fails as that fails. */
    void read(IntSupplier page) {
        count = page.getAsInt();
    }

    @Override
    public boolean isKnown() {
        return count != UNKNOWN;
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
