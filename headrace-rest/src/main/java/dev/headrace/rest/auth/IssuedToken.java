package dev.headrace.rest.auth;

import dev.headrace.FailureKind;
import dev.headrace.Secret;
import dev.headrace.SourceException;
import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonNumber;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonString;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a token endpoint gave (RFC 6749, 5.1). Its values never enter a message. */
record IssuedToken(Secret token, Duration lifetime) {

    /** @throws SourceException of kind {@code AUTH} when there is no usable token in the answer */
    static IssuedToken read(HttpRequest request, HttpResponse response, Duration defaultLifetime) {
        JsonObject answer = object(request, response);
        JsonValue token = answer.member("access_token");
        if (!(token instanceof JsonString text) || text.text().isEmpty()) {
            throw failure(
                    request,
                    "answered without a text 'access_token'; it has "
                            + answer.members().keySet()
                            + ". Check 'access_token_url' and 'access_token_request_data'.");
        }
        Duration lifetime = lifetime(request, answer.member("expires_in"), defaultLifetime);
        return new IssuedToken(Secret.of(text.text()), lifetime);
    }

    private static JsonObject object(HttpRequest request, HttpResponse response) {
        try {
            if (JsonTree.parse(response.body(), 0, response.length()) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonSyntaxException e) {
            // told below, without what was found
        }
        throw failure(request, "answered " + response.status() + " without a JSON object. Check 'access_token_url'.");
    }

    private static Duration lifetime(HttpRequest request, @Nullable JsonValue value, Duration otherwise) {
        if (value == null || value instanceof JsonNull) {
            return otherwise;
        }
        try {
            String text = value instanceof JsonString string ? string.text().strip() : value.source();
            long seconds = value instanceof JsonNumber number ? (long) number.doubleValue() : Long.parseLong(text);
            return Duration.ofSeconds(Math.max(0, seconds));
        } catch (NumberFormatException e) {
            throw failure(request, "answered with an 'expires_in' that is no number of seconds.");
        }
    }

    private static SourceException failure(HttpRequest request, String what) {
        return new SourceException(FailureKind.AUTH, "Cannot get an access token: " + request + " " + what);
    }
}
