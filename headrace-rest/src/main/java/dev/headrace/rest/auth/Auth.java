package dev.headrace.rest.auth;

import dev.headrace.Secret;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.Credentials;
import dev.headrace.rest.oauth.ClientAuthentication;
import dev.headrace.rest.oauth.Grant;
import dev.headrace.rest.oauth.JwtAssertion;
import dev.headrace.rest.oauth.JwtBearerGrant;
import dev.headrace.rest.oauth.OAuth2;
import dev.headrace.rest.oauth.OAuthClient;
import dev.headrace.rest.oauth.RefreshTokenGrant;
import dev.headrace.rest.oauth.TokenStore;
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
    public static OAuth2 clientCredentials(String tokenUrl, String clientId, Secret clientSecret) {
        return OAuth2.of(tokenUrl, OAuthClient.of(clientId, clientSecret), new Grant.ClientCredentials());
    }

    /** Fetches tokens with a user's name and password (RFC 6749, 4.3). */
    public static OAuth2 password(String tokenUrl, OAuthClient client, String username, Secret password) {
        return OAuth2.of(tokenUrl, client, new Grant.Password(username, password));
    }

    /**
     * Fetches tokens with a refresh token (RFC 6749, 6).
     *
     * @param store has the token, and keeps the next one where it changes with every use
     */
    public static OAuth2 refreshToken(String tokenUrl, OAuthClient client, TokenStore store) {
        return OAuth2.of(tokenUrl, client, new RefreshTokenGrant(store));
    }

    /** Fetches tokens with a signed assertion (RFC 7523). */
    public static OAuth2 jwtBearer(String tokenUrl, JwtAssertion assertion) {
        OAuthClient client = new OAuthClient(null, null, ClientAuthentication.BODY);
        return OAuth2.of(tokenUrl, client, new JwtBearerGrant(assertion));
    }

    private static Authenticator header(String name, String prefix, Secret secret) {
        return client -> {
            client.context().redactor().learn(secret);
            Credentials credentials = request -> request.withHeader(name, prefix + secret.reveal());
            return credentials;
        };
    }
}
