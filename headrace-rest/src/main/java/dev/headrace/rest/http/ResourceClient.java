package dev.headrace.rest.http;

import java.util.Optional;

/**
 * Sends the requests of one resource: with credentials, redirects followed, cookies kept, and failures tried again.
 * {@link #send} is for one thread, with one request at a time for all resources of a client: their answers share a buffer,
 * and a body is valid until the next request. {@link #fetch} is for any number of threads; its bodies stay.
 */
public final class ResourceClient {

    private final Hops hops;
    private final Retries retries;
    private final BodyBuffers buffers;

    ResourceClient(Exchange exchange, Credentials credentials, Trust trust) {
        hops = new Hops(exchange, credentials, trust);
        retries = new Retries(exchange);
        buffers = exchange.buffers();
    }

    /**
     * Sends a request and waits for its answer, which has a status below 400.
     *
     * @throws dev.headrace.SourceException of kind {@code HTTP} when it failed for good: names what was tried, the redacted
     *     request, the status and the number of attempts
     * @throws dev.headrace.InterruptedRunException when the thread was interrupted or the run asked to stop
     */
    public HttpResponse send(HttpRequest request) {
        return answer(request, ResponseRule.none(), buffers.shared()).response();
    }

    /**
     * As {@link #send(HttpRequest)}, but asks a rule about each answer before its status is looked at.
     *
     * @return empty when the rule ignored the answer; whether the rule takes it for the last page is for the caller to ask
     */
    public Optional<HttpResponse> send(HttpRequest request, ResponseRule rule) {
        return unlessIgnored(answer(request, rule, buffers.shared()));
    }

    /** As {@link #send(HttpRequest, ResponseRule)}, but the body stays valid, and several threads may do it at a time. */
    public Optional<HttpResponse> fetch(HttpRequest request, ResponseRule rule) {
        BodyBuffer buffer = buffers.borrow();
        try {
            return unlessIgnored(answer(request, rule, buffer)).map(response -> response.withBody(buffer.detach()));
        } finally {
            buffers.giveBack(buffer);
        }
    }

    private Outcome.Answered answer(HttpRequest request, ResponseRule rule, BodyBuffer buffer) {
        return retries.answer(request, () -> hops.follow(request, rule, buffer));
    }

    private static Optional<HttpResponse> unlessIgnored(Outcome.Answered answered) {
        return answered.ignored() ? Optional.empty() : Optional.of(answered.response());
    }
}
