package dev.headrace.testkit.api;

/** Decides what a request gets. Called by the server's threads, one request at a time. */
@FunctionalInterface
public interface Responder {
    Answer answer(RecordedRequest request);

    /** Hears that the whole answer to a request has been handed to the network. Called by several threads at a time. */
    default void delivered(RecordedRequest request) {}
}
