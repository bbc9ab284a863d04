package dev.headrace.engine;

import dev.headrace.source.RecordCount;

/** The count of a page that is read in the background. Set by the thread that reads it. */
final class BackgroundCount implements RecordCount {

    private static final int UNKNOWN = -1;

    private final Background background;
    private volatile int count = UNKNOWN;

    BackgroundCount(Background background) {
        this.background = background;
    }

    void set(int found) {
        count = found;
    }

    @Override
    public boolean isKnown() {
        return count != UNKNOWN;
    }

    @Override
    public int get() {
        if (!isKnown()) {
            background.await();
        }
        if (!isKnown()) {
            throw new IllegalStateException("the page was given up before it was read");
        }
        return count;
    }
}
