package dev.headrace.rest.action;

import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer while conditions look at it: read as text or parsed at most once. Used by one thread. */
final class Answer {

    private final HttpResponse response;
    private @Nullable String text;
    private @Nullable Optional<JsonValue> document;

    Answer(HttpResponse response) {
        this.response = response;
    }

    int status() {
        return response.status();
    }

    String text() {
        String known = text == null ? response.text() : text;
        text = known;
        return known;
    }

    /** The body as JSON; empty when it is none. */
    Optional<JsonValue> document() {
        Optional<JsonValue> known = document == null ? parse(text()) : document;
        document = known;
        return known;
    }

    private static Optional<JsonValue> parse(String text) {
        try {
            return Optional.of(JsonTree.parse(text));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }
}
