package dev.headrace.rest.read;

import dev.headrace.source.RecordSinks;
import java.util.List;

/** Which page of which resource is read next. Used by one thread. */
interface ReadingOrder {

    /** Reads one page of whichever resource is due; false when there is none left. */
    boolean readPage(RecordSinks sinks);

    /** What is left to read, in the order in which it is due; changes nothing. */
    List<Work> work();

    /** The answers that have come and have not been read; changes nothing. */
    default List<ReadAhead> readAhead() {
        return List.of();
    }
}
