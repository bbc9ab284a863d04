package dev.headrace.rest.oauth;

import dev.headrace.Redactor;
import dev.headrace.Secret;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.Credentials;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends bearer tokens that it gets from a token endpoint (RFC 6749). A token serves all resources of a run that share this
 * instance; it is renewed shortly before it ends, and once when a server refuses it with 401.
 *
 * @param tokenUrl absolute
 * @param fields further fields of the token request, such as {@code scope}; they replace those of the same name
 * @param accessToken a token to begin with, which is used until a server refuses it; null: one is asked for
 */
public record OAuth2(
        String tokenUrl,
        OAuthClient client,
        Grant grant,
        Map<String, @Nullable Object> fields,
        TokenLifetime lifetime,
        @Nullable Secret accessToken)
        implements Authenticator {

    public OAuth2 {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** No further fields, the usual lifetime, no token to begin with. */
    public static OAuth2 of(String tokenUrl, OAuthClient client, Grant grant) {
        return new OAuth2(tokenUrl, client, grant, Map.of(), TokenLifetime.usual(), null);
    }

    /** A copy whose token request has one more field. */
    public OAuth2 withField(String name, String value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new OAuth2(tokenUrl, client, grant, more, lifetime, accessToken);
    }

    /** A copy that uses tokens for this long where their answer does not say. */
    public OAuth2 withDefaultExpiration(Duration value) {
        return withLifetime(new TokenLifetime(value, lifetime.margin()));
    }

    public OAuth2 withLifetime(TokenLifetime value) {
        return new OAuth2(tokenUrl, client, grant, fields, value, accessToken);
    }

    /** A copy that begins with a token. */
    public OAuth2 withAccessToken(Secret token) {
        return new OAuth2(tokenUrl, client, grant, fields, lifetime, token);
    }

    /** A copy whose client proves itself in another way. */
    public OAuth2 authenticatedBy(ClientAuthentication how) {
        return new OAuth2(tokenUrl, client.authenticatedBy(how), grant, fields, lifetime, accessToken);
    }

    @Override
    public Credentials open(ApiClient api) {
        Redactor redactor = api.context().redactor();
        grant.secrets().forEach(redactor::learn);
        if (client.secret() != null) {
            redactor.learn(client.secret());
        }
        if (accessToken != null) {
            redactor.learn(accessToken);
        }
        return new TokenHolder(this, api);
    }

    /** Shows the names of the further fields only. */
    @Override
    public String toString() {
        return "OAuth 2 at " + tokenUrl.replaceAll("[?#].*|//[^/]*@", "") + " with " + fields.keySet();
    }
}
