package dev.headrace.rest.http;

import java.io.IOException;

/** Carries requests to servers. Keeps connections; safe for any number of threads. */
public interface Transport extends AutoCloseable {

    /**
     * Sends a request exactly as it is, once, and reads the answer to its end: no redirect, no retry, no cookies. A body that
     * came compressed is decoded.
     *
     * @param buffer receives the body
     * @throws IOException when there was no complete answer
     * @throws AnswerTooLargeException when the body does not fit into the largest buffer allowed
     * @throws UnreadableAnswerException when the body cannot be decoded
     */
    HttpResponse send(WireRequest request, BodyBuffer buffer) throws IOException;

    /** Closes all connections, those in use as well: an exchange that is under way fails. */
    @Override
    void close();
}
