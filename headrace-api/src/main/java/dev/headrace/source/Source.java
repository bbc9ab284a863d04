package dev.headrace.source;

import java.util.List;

/** A named group of resources that share one schema. Immutable: one instance may serve any number of runs. */
public interface Source {

    /** Names the schema and the section of the state. Never blank. */
    String name();

    /** All resources in the order in which they are read, parents before children. */
    List<Resource> resources();

    /**
     * Starts reading. Sends nothing before the first {@link SourceReader#readPage}.
     *
     * @param context what the run lends to the reader; valid until the reader is closed
     */
    SourceReader open(ReadContext context);
}
