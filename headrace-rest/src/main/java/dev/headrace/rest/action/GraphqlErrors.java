package dev.headrace.rest.action;

import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonString;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.rest.http.ResponseRule;
import dev.headrace.rest.http.Verdict;
import java.nio.charset.StandardCharsets;

/** Fails answers of GraphQL servers that have {@code errors} in them, which come with status 200. */
public record GraphqlErrors() implements ResponseRule {

    private static final Verdict PASS = new Verdict.Pass();
    private static final byte[] KEY = "\"errors\"".getBytes(StandardCharsets.US_ASCII);

    @Override
    public Verdict judge(HttpResponse response) {
        if (response.isError() || !mentionsErrors(response)) {
            return PASS;
        }
        JsonValue errors = new Answer(response)
                .document()
                .map(document -> document instanceof JsonObject object ? object.member("errors") : null)
                .orElse(null);
        return errors instanceof JsonArray list && !list.elements().isEmpty()
                ? new Verdict.Fail(message(list), null)
                : PASS;
    }

    @Override
    public boolean mayEnd() {
        return false;
    }

    private static String message(JsonArray errors) {
        JsonValue first = errors.elements().get(0);
        String text = first instanceof JsonObject error && error.member("message") instanceof JsonString message
                ? message.text()
                : first.source();
        int more = errors.elements().size() - 1;
        return "GraphQL says: " + text + (more == 0 ? "" : " (and " + more + " more)");
    }

    /** A glance at the bytes, so that pages without errors are not parsed for them. */
    private static boolean mentionsErrors(HttpResponse response) {
        byte[] bytes = response.body();
        for (int at = 0; at <= response.length() - KEY.length; at++) {
            if (bytes[at] == '"' && java.util.Arrays.equals(bytes, at, at + KEY.length, KEY, 0, KEY.length)) {
                return true;
            }
        }
        return false;
    }
}
