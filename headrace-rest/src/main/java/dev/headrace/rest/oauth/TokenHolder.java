package dev.headrace.rest.oauth;

import dev.headrace.Secret;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.Credentials;
import dev.headrace.rest.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The token of one run. Whoever needs it while it is being fetched waits for that one request. */
final class TokenHolder implements Credentials {

    private static final String AUTHORIZATION = "Authorization";

    /** A server that refuses new tokens as well must not lead to one token request for each of its own. */
    private static final Duration BETWEEN_REFUSALS = Duration.ofMinutes(1);

    private final OAuth2 definition;
    private final TokenEndpoint endpoint;
    private @Nullable Secret token;
    private Instant renewAt = Instant.MAX;
    private Instant refusedAt = Instant.MIN;

    TokenHolder(OAuth2 definition, ApiClient api) {
        this.definition = definition;
        this.endpoint = new TokenEndpoint(definition, api);
        this.token = definition.accessToken();
    }

    @Override
    public synchronized HttpRequest apply(HttpRequest request) {
        Secret current = token;
        if (current == null || !endpoint.now().isBefore(renewAt)) {
            current = fetch();
        }
        return request.withHeader(AUTHORIZATION, bearer(current));
    }

    @Override
    public synchronized boolean renew(HttpRequest refused) {
        String sent = refused.headers().find(AUTHORIZATION).orElse("");
        if (token != null && !sent.equals(bearer(token))) {
            return true;
        }
        Instant now = endpoint.now();
        if (now.isBefore(refusedAt)) {
            return false;
        }
        refusedAt = now.plus(BETWEEN_REFUSALS);
        token = null;
        return true;
    }

    private Secret fetch() {
        Instant asked = endpoint.now();
        IssuedToken issued = definition.grant().exchange(endpoint);
        token = issued.token();
        renewAt = definition.lifetime().renewAt(asked, issued.lifetime());
        return issued.token();
    }

    private static String bearer(Secret token) {
        return "Bearer " + token.reveal();
    }
}
