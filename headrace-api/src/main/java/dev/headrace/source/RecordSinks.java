package dev.headrace.source;

/** Where a source hands over what it has read. */
@FunctionalInterface
public interface RecordSinks {

    /** The sink of a resource of this source. Resources that are not selected have one too: it only counts. */
    RecordSink of(String resource);
}
