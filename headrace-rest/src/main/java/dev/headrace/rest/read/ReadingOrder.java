package dev.headrace.rest.read;

import dev.headrace.source.RecordSinks;

/** Which page of which resource is read next. Used by one thread. */
interface ReadingOrder {

    /** Reads one page of whichever resource is due; false when there is none left. */
    boolean readPage(RecordSinks sinks);
}
