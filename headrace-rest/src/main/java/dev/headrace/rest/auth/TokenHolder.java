package dev.headrace.rest.auth;

import dev.headrace.Secret;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.Credentials;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.rest.http.Origin;
import dev.headrace.rest.http.ResourceClient;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The token of one run. Whoever needs it while it is being fetched waits for that one request. */
final class TokenHolder implements Credentials {

    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(30);
    private static final int MARGIN_PART = 10;

    private final ClientCredentials grant;
    private final ApiClient client;
    private @Nullable ResourceClient tokenClient;
    private @Nullable Secret token;
    private Instant renewAt = Instant.MIN;

    TokenHolder(ClientCredentials grant, ApiClient client) {
        this.grant = grant;
        this.client = client;
    }

    @Override
    public synchronized HttpRequest apply(HttpRequest request) {
        Secret current = token;
        if (current == null || !client.context().clock().instant().isBefore(renewAt)) {
            current = fetch();
        }
        return request.withHeader(Auth.AUTHORIZATION, "Bearer " + current.reveal());
    }

    private Secret fetch() {
        HttpRequest request = grant.tokenRequest();
        Instant asked = client.context().clock().instant();
        HttpResponse response = tokenClient().send(request);
        IssuedToken issued = IssuedToken.read(request, response, grant.defaultExpiration());
        client.context().redactor().learn(issued.token());
        token = issued.token();
        renewAt = asked.plus(issued.lifetime()).minus(margin(issued.lifetime()));
        return issued.token();
    }

    /** A token that ends while a request is under way is of no use. */
    private static Duration margin(Duration lifetime) {
        Duration part = lifetime.dividedBy(MARGIN_PART);
        return part.compareTo(LONGEST_MARGIN) < 0 ? part : LONGEST_MARGIN;
    }

    private ResourceClient tokenClient() {
        if (tokenClient == null) {
            tokenClient = client.unauthenticated("get an access token", Origin.of(grant.tokenUrl()));
        }
        return tokenClient;
    }
}
