package dev.headrace.rest.read;

import dev.headrace.Redactor;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The answers that the reader before was given in advance and has not read: those requests need not be sent again. For any
 * number of threads.
 */
final class Stock {

    /** By the fingerprint of the request. */
    private final Map<String, Optional<HttpResponse>> answers = new ConcurrentHashMap<>();

    private final Redactor redactor;

    Stock(Redactor redactor) {
        this.redactor = redactor;
    }

    /** @param answer empty when a rule ignored it */
    void add(String fingerprint, Optional<HttpResponse> answer) {
        answers.put(fingerprint, answer);
    }

    /** The answer, perhaps from others; one of its own stays until it has been read. */
    Optional<HttpResponse> answer(HttpRequest request, Answers others) {
        Optional<HttpResponse> known = answers.isEmpty() ? null : answers.get(Fingerprint.of(request, redactor));
        return known == null ? others.to(request) : known;
    }

    /** The answer to a request has been read. */
    void remove(HttpRequest request) {
        if (!answers.isEmpty()) {
            answers.remove(Fingerprint.of(request, redactor));
        }
    }

    /** Nothing of what belongs to it is left to be read. */
    void clear() {
        answers.clear();
    }

    /** What has not been read, by the fingerprint of the request. */
    Map<String, Optional<HttpResponse>> all() {
        return Map.copyOf(answers);
    }
}
