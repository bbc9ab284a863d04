package dev.headrace.rest.auth;

import dev.headrace.Secret;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The authenticators, for programs that configure in Java. */
public final class Auth {

    static final String AUTHORIZATION = "Authorization";

    private Auth() {}

    /** Sends {@code Authorization: Bearer <token>}. */
    public static Authenticator bearer(Secret token) {
        return header(AUTHORIZATION, "Bearer ", token);
    }

    /**
     * Sends a key as it is.
     *
     * @param name of the header, the parameter or the cookie
     */
    public static Authenticator apiKey(String name, Secret key, KeyLocation location) {
        return switch (location) {
            case HEADER -> header(name, "", key);
            case QUERY -> new QueryKeyAuthenticator(name, key);
            case COOKIE -> new CookieKeyAuthenticator(name, key);
        };
    }

    /** Sends user name and password as RFC 7617 has it, in UTF-8. */
    public static Authenticator httpBasic(String username, Secret password) {
        byte[] pair = (username + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        Authenticator header =
                header(AUTHORIZATION, "Basic ", Secret.of(Base64.getEncoder().encodeToString(pair)));
        return client -> {
            client.context().redactor().learn(password);
            return header.open(client);
        };
    }

    /** Fetches tokens with the client's own credentials (RFC 6749, 4.4), and sends them as bearer tokens. */
    public static ClientCredentials clientCredentials(String tokenUrl, String clientId, Secret clientSecret) {
        return ClientCredentials.of(tokenUrl, clientId, clientSecret);
    }

    private static Authenticator header(String name, String prefix, Secret secret) {
        return client -> {
            client.context().redactor().learn(secret);
            Credentials credentials = request -> request.withHeader(name, prefix + secret.reveal());
            return credentials;
        };
    }
}
