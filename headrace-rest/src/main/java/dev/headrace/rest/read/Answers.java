package dev.headrace.rest.read;

import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.HttpResponse;
import java.util.Optional;

/** Where a sequence gets the answer to a request from. */
@FunctionalInterface
interface Answers {

    /** The answer; empty when a rule ignored it. Fails as the request failed. */
    Optional<HttpResponse> to(HttpRequest request);
}
