package dev.headrace.rest.definition;

import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.Limits;
import dev.headrace.rest.http.Network;
import dev.headrace.rest.paginate.Paginator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all resources share.
 *
 * @param baseUrl prefix of relative paths; empty when every path is an address of its own
 * @param headers sent with every request, unless an endpoint says otherwise
 * @param auth for the endpoints that say nothing about it
 * @param paginator null: found on the first page
 * @param limits for the endpoints that say nothing about them
 * @param concurrency requests that may be under way at a time, of all resources that don't say otherwise
 * @param network how servers are reached, and which are trusted
 */
public record ClientDefinition(
        String baseUrl,
        Map<String, String> headers,
        Authenticator auth,
        @Nullable Paginator paginator,
        Limits limits,
        int concurrency,
        Network network) {

    public ClientDefinition {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
