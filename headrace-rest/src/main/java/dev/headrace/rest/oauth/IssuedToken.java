package dev.headrace.rest.oauth;

import dev.headrace.Excerpt;
import dev.headrace.FailureKind;
import dev.headrace.Redactor;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint gave (RFC 6749, 5.1). Its tokens never enter a message.
 *
 * @param lifetime empty when the answer does not say
 * @param refreshToken for the next time; empty when the one that was used stays
 * @param otherType what the answer calls the token, where that is not a bearer token
 */
public record IssuedToken(
        Secret token, Optional<Duration> lifetime, Optional<Secret> refreshToken, Optional<String> otherType) {

    private static final String BEARER = "bearer";
    private static final int MOST_SHOWN = 300;

    /** @throws SourceException of kind {@code AUTH} when there is no usable token in the answer */
    static IssuedToken read(HttpRequest request, HttpResponse response, Redactor redactor) {
        JsonObject answer = object(request, response);
        Secret token = secret(answer, "access_token").orElseThrow(() -> without(request, answer, redactor));
        return new IssuedToken(
                token,
                lifetime(request, answer.member("expires_in")),
                secret(answer, "refresh_token"),
                text(answer, "token_type").filter(type -> !type.equalsIgnoreCase(BEARER)));
    }

    /** Some endpoints tell an error (RFC 6749, 5.2) with the status of a success. */
    private static SourceException without(HttpRequest request, JsonObject answer, Redactor redactor) {
        Optional<String> error = text(answer, "error");
        if (error.isEmpty()) {
            return failure(
                    request,
                    "answered without a text 'access_token'; it has "
                            + answer.members().keySet()
                            + ". Check the token URL, the scope and the other fields of the request.");
        }
        String told = Stream.of(error, text(answer, "error_description"), text(answer, "error_uri"))
                .flatMap(Optional::stream)
                // before anything is cut: secrets are not found in what a cut leaves of them
                .map(text -> Excerpt.line(redactor.redact(text), MOST_SHOWN))
                .collect(Collectors.joining("; "));
        return failure(
                request,
                "answered with the error '" + told
                        + "'. Check the fields of 'auth': the server that issues tokens does not accept them.");
    }

    private static Optional<Secret> secret(JsonObject answer, String key) {
        return text(answer, key).map(Secret::of);
    }

    private static Optional<String> text(JsonObject answer, String key) {
        return answer.member(key) instanceof JsonString string && !string.text().isBlank()
                ? Optional.of(string.text())
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
