package dev.headrace.rest.oauth;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint gave (RFC 6749, 5.1). Its values never enter a message.
 *
 * @param lifetime empty when the answer does not say
 * @param refreshToken for the next time; empty when the one that was used stays
 */
public record IssuedToken(Secret token, Optional<Duration> lifetime, Optional<Secret> refreshToken) {

    /** @throws SourceException of kind {@code AUTH} when there is no usable token in the answer */
    static IssuedToken read(HttpRequest request, HttpResponse response) {
        JsonObject answer = object(request, response);
        Secret token = text(answer, "access_token")
                .orElseThrow(() -> failure(
                        request,
                        "answered without a text 'access_token'; it has "
                                + answer.members().keySet()
                                + ". Check the token URL, the scope and the other fields of the request."));
        return new IssuedToken(token, lifetime(request, answer.member("expires_in")), text(answer, "refresh_token"));
    }

    private static Optional<Secret> text(JsonObject answer, String key) {
        return answer.member(key) instanceof JsonString string && !string.text().isEmpty()
                ? Optional.of(Secret.of(string.text()))
                : Optional.empty();
    }

    private static JsonObject object(HttpRequest request, HttpResponse response) {
        try {
            if (JsonTree.parse(response.body(), 0, response.length()) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonSyntaxException e) {
            // told below, without what was found
        }
        throw failure(request, "answered " + response.status() + " without a JSON object. Check the token URL.");
    }

    private static Optional<Duration> lifetime(HttpRequest request, @Nullable JsonValue value) {
        if (value == null || value instanceof JsonNull) {
            return Optional.empty();
        }
        try {
            String text = value instanceof JsonString string ? string.text().strip() : value.source();
            long seconds = value instanceof JsonNumber number ? (long) number.doubleValue() : Long.parseLong(text);
            return Optional.of(Duration.ofSeconds(Math.max(0, Math.min(seconds, Integer.MAX_VALUE))));
        } catch (NumberFormatException e) {
            throw failure(request, "answered with an 'expires_in' that is no number of seconds.");
        }
    }

    private static SourceException failure(HttpRequest request, String what) {
        return new SourceException(FailureKind.AUTH, "Cannot get an access token: " + request + " " + what);
    }
}
