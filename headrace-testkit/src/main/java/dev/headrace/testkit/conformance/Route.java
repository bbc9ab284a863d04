package dev.headrace.testkit.conformance;

import dev.headrace.testkit.api.RecordedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One route of a case: which requests it matches, and what it answers.
 *
 * @param definition the route as the case has it
 * @param json the exact text of its {@code json} body; null when it has none
 */
record Route(
        Map<String, @Nullable Object> definition, @Nullable String json) {

    /** Whether everything but {@code nth} fits. */
    boolean matches(RecordedRequest request, SeenRequest seen) {
        return Json.text(definition.get("method"), "GET").equals(request.method())
                && matchesPath(seen)
                && Json.text(definition.get("host"), "base").equals(seen.host())
                && matchesQuery(seen)
                && Json.texts(definition.get("query_absent")).stream()
                        .noneMatch(name -> !seen.values(name).isEmpty())
                && matchesBody(seen)
                && matchesHeaders(seen);
    }

    /** Whether this is one of the requests, counted from 1, that the route answers. */
    boolean answersTurn(int turn) {
        Object nth = definition.get("nth");
        if (nth == null) {
            return true;
        }
        List<?> turns = nth instanceof List<?> several ? several : List.of(nth);
        return turns.stream().anyMatch(n -> ((Number) Objects.requireNonNull(n)).intValue() == turn);
    }

    int status() {
        return definition.get("status") instanceof Number status ? status.intValue() : 200;
    }

    /** The body before placeholders are filled in; empty when there is none. */
    String body() {
        return json != null ? json : Json.text(definition.get("text"), "");
    }

    private boolean matchesPath(SeenRequest seen) {
        String wanted = Json.text(definition.get("path"), "");
        String decoded = URLDecoder.decode(seen.path().replace("+", "%2B"), StandardCharsets.UTF_8);
        return wanted.equals(seen.path()) || wanted.equals(decoded);
    }

    private boolean matchesQuery(SeenRequest seen) {
        Map<String, @Nullable Object> wanted = Json.object(definition.get("query"));
        boolean exact = Boolean.TRUE.equals(definition.get("query_exact"));
        return wanted.entrySet().stream().allMatch(e -> seen.values(e.getKey()).equals(Json.texts(e.getValue())))
                && (!exact || seen.queryNames().equals(wanted.keySet()));
    }

    private boolean matchesBody(SeenRequest seen) {
        return !definition.containsKey("body") || isPart(definition.get("body"), seen.bodyForRoutes());
    }

    private boolean matchesHeaders(SeenRequest seen) {
        return Json.object(definition.get("headers")).entrySet().stream()
                .allMatch(e -> Objects.equals(seen.header(e.getKey()), e.getValue()));
    }

    private static boolean isPart(@Nullable Object wanted, @Nullable Object have) {
        if (wanted instanceof Map<?, ?> object) {
            return have instanceof Map<?, ?> other
                    && object.entrySet().stream()
                            .allMatch(
                                    e -> other.containsKey(e.getKey()) && isPart(e.getValue(), other.get(e.getKey())));
        }
        return Json.canonical(wanted).equals(Json.canonical(have));
    }
}
