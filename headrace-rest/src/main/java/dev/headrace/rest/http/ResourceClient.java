package dev.headrace.rest.http;

import java.util.Optional;
import java.util.Set;

/**
 * Sends the requests of one resource: with credentials, redirects followed, cookies kept, and failures tried again. Used by
 * one thread.
 */
public final class ResourceClient {

    private final Hops hops;
    private final Retries retries;

    ResourceClient(Exchange exchange, Credentials credentials, Set<Origin> trusted) {
        hops = new Hops(exchange, credentials, trusted);
        retries = new Retries(exchange);
    }

    /**
     * Sends a request and waits for its answer, which has a status below 400.
     *
     * @throws dev.headrace.SourceException of kind {@code HTTP} when it failed for good: names what was tried, the redacted
     *     request, the status and the number of attempts
     * @throws dev.headrace.InterruptedRunException when the thread was interrupted or the run asked to stop
     */
    public HttpResponse send(HttpRequest request) {
        return retries.answer(request, () -> hops.follow(request, ResponseRule.none()))
                .response();
    }

    /**
     * As {@link #send(HttpRequest)}, but asks a rule about each answer before its status is looked at.
     *
     * @return empty when the rule ignored the answer
     */
    public Optional<HttpResponse> send(HttpRequest request, ResponseRule rule) {
        Outcome.Answered answered = retries.answer(request, () -> hops.follow(request, rule));
        return answered.ignored() ? Optional.empty() : Optional.of(answered.response());
    }
}
