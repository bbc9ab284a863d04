package dev.headrace.engine.parquet;

import java.nio.ByteBuffer;

/** A page in memory, of a length that is known before. */
final class PageBuffer extends ByteOutput {

    PageBuffer(int capacity) {
        super(capacity);
    }

    @Override
    void makeRoom() {
        throw new IllegalStateException("a page is longer than " + buffer().capacity() + " bytes");
    }

    int capacity() {
        return buffer().capacity();
    }

    /** Begins the next page. */
    void clear() {
        buffer().clear();
    }

    /** The page as far as it has been written; valid until the next one is begun. */
    ByteBuffer page() {
        return buffer().duplicate().flip();
    }
}
