package dev.headrace.rest.auth;

import dev.headrace.Secret;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.Body;
import dev.headrace.rest.http.Credentials;
import dev.headrace.rest.http.Headers;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.Parameter;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The OAuth 2 client credentials grant (RFC 6749, 4.4). The token request is a form with {@code client_id},
 * {@code client_secret} and {@code grant_type}, in this order, then further fields.
 *
 * @param tokenUrl absolute
 * @param fields further fields of the token request, such as {@code scope}; they replace the three of the same name
 * @param defaultExpiration how long a token is used when its answer does not say
 */
public record ClientCredentials(
        String tokenUrl,
        String clientId,
        Secret clientSecret,
        Map<String, @Nullable Object> fields,
        Duration defaultExpiration)
        implements Authenticator {

    static final Duration DEFAULT_EXPIRATION = Duration.ofHours(1);

    public ClientCredentials {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    static ClientCredentials of(String tokenUrl, String clientId, Secret clientSecret) {
        return new ClientCredentials(tokenUrl, clientId, clientSecret, Map.of(), DEFAULT_EXPIRATION);
    }

    /** A copy whose token request has one more field. */
    public ClientCredentials withField(String name, String value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new ClientCredentials(tokenUrl, clientId, clientSecret, more, defaultExpiration);
    }

    public ClientCredentials withDefaultExpiration(Duration value) {
        return new ClientCredentials(tokenUrl, clientId, clientSecret, fields, value);
    }

    @Override
    public Credentials open(ApiClient client) {
        client.context().redactor().learn(clientSecret);
        return new TokenHolder(this, client);
    }

    HttpRequest tokenRequest() {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("client_id", clientId);
        form.put("client_secret", clientSecret.reveal());
        form.put("grant_type", "client_credentials");
        form.putAll(fields);
        List<Parameter> parameters = form.entrySet().stream()
                .map(field -> new Parameter(field.getKey(), field.getValue()))
                .toList();
        return new HttpRequest("access token", "POST", tokenUrl, List.of(), Headers.none(), Body.form(parameters));
    }

    /** Shows the names of the further fields only. */
    @Override
    public String toString() {
        return "client credentials at " + tokenRequest() + " with " + fields.keySet();
    }
}
