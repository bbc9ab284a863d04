package dev.headrace.rest.auth;

import dev.headrace.Secret;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.Credentials;

/** Sends a key as a cookie, behind the cookies that are configured as a header. */
record CookieKeyAuthenticator(String name, Secret key) implements Authenticator {

    private static final String COOKIE = "Cookie";

    @Override
    public Credentials open(ApiClient client) {
        client.context().redactor().learn(key);
        return request -> {
            String own = request.headers().find(COOKIE).map(o -> o + "; ").orElse("");
            return request.withHeader(COOKIE, own + name + "=" + key.reveal());
        };
    }
}
