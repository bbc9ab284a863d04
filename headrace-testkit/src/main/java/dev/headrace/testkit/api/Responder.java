package dev.headrace.testkit.api;

/** Decides what a request gets. Called by the server's threads, one request at a time. */
@FunctionalInterface
public interface Responder {
    Answer answer(RecordedRequest request);
}
