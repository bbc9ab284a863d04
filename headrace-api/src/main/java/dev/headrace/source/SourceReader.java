package dev.headrace.source;

import java.util.Optional;

/**
 * One pass over a source, page by page. Whoever drives it decides when the next page is read, and can stop between two
 * pages. Used by one thread; {@link #close} ends any exchange that is still open.
 */
public interface SourceReader extends AutoCloseable {

    /**
     * Reads the next page of whichever resource is due, and hands its records to the sink of that resource.
     *
     * @return false when everything has been read; nothing was written then. With true, too, there may have been nothing to
     *     write
     * @throws dev.headrace.SourceException when the source fails for good; the pages handed on before stay valid
     */
    boolean readPage(RecordSinks sinks);

    /**
     * Whether what was handed on so far may be committed on its own, with the state as it is now, before the next page is
     * read: every resource that was begun has been read to its end, or to the end of a part that the state tells of. Asked
     * after {@link #readPage} has returned true.
     */
    default boolean atCommitPoint() {
        return false;
    }

    /**
     * Where reading stands: behind all that was handed on, before all that was not. May also be asked by a listener of the
     * run, on the thread that reads, by another thread while that one {@linkplain ReadContext#waitBegins waits}, and after {@link #readPage} has failed for a request.
     *
     * @return empty when nobody could go on from here, as is the default; ask again after the next page
     */
    default Optional<ReadingPosition> position() {
        return Optional.empty();
    }

    /**
     * What the source has said so far that there is of a resource, and what came of it: also before the position where this
     * reader began. Changes only in {@link #readPage}.
     *
     * @return empty when this reader does not count, as is the default
     */
    default Optional<Completeness> completeness(String resource) {
        return Optional.empty();
    }

    @Override
    void close();
}
