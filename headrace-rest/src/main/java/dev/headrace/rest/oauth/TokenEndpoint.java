package dev.headrace.rest.oauth;

import dev.headrace.Excerpt;
import dev.headrace.FailureKind;
import dev.headrace.Redactor;
import dev.headrace.Secret;
import dev.headrace.SourceException;
import dev.headrace.event.RunEvent;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.Body;
import dev.headrace.rest.http.Headers;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.rest.http.Origin;
import dev.headrace.rest.http.Parameter;
import dev.headrace.rest.http.ResourceClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where one run asks for tokens. Used by one thread at a time. */
public final class TokenEndpoint {

    private static final int MOST_SHOWN = 40;

    private final OAuth2 definition;
    private final ApiClient api;
    private final Set<String> toldTypes = new HashSet<>();
    private @Nullable ResourceClient client;

    TokenEndpoint(OAuth2 definition, ApiClient api) {
        this.definition = definition;
        this.api = api;
    }

    Instant now() {
        return api.context().clock().instant();
    }

    Redactor redactor() {
        return api.context().redactor();
    }

    String url() {
        return definition.tokenUrl();
    }

    /**
     * Asks for a token with a form: the client, {@code grant_type}, the fields of the grant, then further ones.
     *
     * @throws SourceException when the endpoint refuses, does not answer, or answers without a token
     */
    IssuedToken ask(String grantType, Map<String, ?> fields) {
        HttpRequest request = request(grantType, fields);
        HttpResponse response = client().send(request);
        IssuedToken issued = IssuedToken.read(request, response, redactor());
        redactor().learn(issued.token());
        issued.refreshToken().ifPresent(redactor()::learn);
        issued.otherType().ifPresent(this::warnOfType);
        return issued;
    }

    private void warnOfType(String type) {
        String shown = Excerpt.of(redactor().redact(type), MOST_SHOWN);
        if (toldTypes.add(type)) {
            api.context()
                    .listener()
                    .on(
                            new RunEvent.Warned(
                                    null,
                                    "The server that issues tokens calls its token '" + shown
                                            + "', and it is sent as a bearer"
                                            + " token: other types can't be sent. If the API refuses it, ask there for bearer tokens."));
        }
    }

    private HttpRequest request(String grantType, Map<String, ?> fields) {
        OAuthClient asking = definition.client();
        Secret secret = asking.secret();
        boolean basic = asking.authentication() == ClientAuthentication.BASIC && secret != null;
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        if (!basic) {
            form.put("client_id", asking.id());
            form.put("client_secret", secret == null ? null : secret.reveal());
        }
        form.put("grant_type", grantType);
        form.putAll(fields);
        form.putAll(definition.fields());
        List<Parameter> parameters = form.entrySet().stream()
                .map(field -> new Parameter(field.getKey(), field.getValue()))
                .toList();
        Headers headers = Headers.none().with("Accept", "application/json");
        HttpRequest request = new HttpRequest(
                "access token", "POST", definition.tokenUrl(), List.of(), headers, Body.form(parameters));
        return basic ? request.withHeader("Authorization", basic(String.valueOf(asking.id()), secret)) : request;
    }

    /** Both parts are encoded like a form first (RFC 6749, 2.3.1). */
    private String basic(String id, @Nullable Secret secret) {
        String pair = encoded(id) + ":" + (secret == null ? "" : encoded(secret.reveal()));
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
        return "Basic " + redactor().learn(Secret.of(encoded)).reveal();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private ResourceClient client() {
        if (client == null) {
            client = api.unauthenticated("get an access token", origin());
        }
        return client;
    }

    private Origin origin() {
        try {
            return Origin.of(definition.tokenUrl());
        } catch (IllegalArgumentException e) {
            throw new SourceException(
                    FailureKind.AUTH, "Cannot get an access token: the token URL is no URL. Check 'token_url'.", e);
        }
    }
}
