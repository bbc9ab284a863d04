package dev.headrace.testkit.conformance;

import dev.headrace.testkit.api.RecordedRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request in the form in which cases describe one.
 *
 * @param path raw path with upper-case percent escapes
 * @param query pairs in the order sent
 * @param host {@code base} or {@code other}
 * @param body by kind ({@code json}, {@code form} or {@code text}); empty when there was none
 * @param headers by lower-case name
 */
record SeenRequest(
        String method,
        String path,
        List<List<String>> query,
        String host,
        Map<String, @Nullable Object> body,
        Map<String, String> headers) {

    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

    static SeenRequest of(RecordedRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach(h -> headers.put(h.name().toLowerCase(Locale.ROOT), h.value()));
        headers.computeIfPresent("content-type", (name, value) -> request.contentType());
        String path = ESCAPE.matcher(request.path()).replaceAll(m -> m.group().toUpperCase(Locale.ROOT));
        String host = headers.getOrDefault("host", "").startsWith("localhost") ? "other" : "base";
        return new SeenRequest(request.method(), path, pairs(request.query()), host, bodyOf(request), headers);
    }

    /** The same with the real addresses replaced by the placeholders of cases. */
    SeenRequest masked(Placeholders placeholders) {
        List<List<String>> maskedQuery = query.stream()
                .map(p -> List.of(p.get(0), placeholders.mask(p.get(1))))
                .toList();
        Map<String, String> maskedHeaders = new LinkedHashMap<>();
        headers.forEach((name, value) -> maskedHeaders.put(name, placeholders.mask(value)));
        return new SeenRequest(method, path, maskedQuery, host, Json.object(placeholders.maskAll(body)), maskedHeaders);
    }

    @Nullable
    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    List<String> values(String name) {
        return query.stream()
                .filter(p -> p.get(0).equals(name))
                .map(p -> p.get(1))
                .toList();
    }

    Set<String> queryNames() {
        Set<String> names = new LinkedHashSet<>();
        query.forEach(p -> names.add(p.get(0)));
        return names;
    }

    /** JSON as a tree, a form as an object of its last values, anything else as text. */
    @Nullable
    Object bodyForRoutes() {
        if (body.get("form") instanceof List<?> form) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            form.forEach(p -> fields.put(Json.texts(p).get(0), Json.texts(p).get(1)));
            return fields;
        }
        return body.containsKey("json") ? body.get("json") : body.get("text");
    }

    private static Map<String, @Nullable Object> bodyOf(RecordedRequest request) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        if (request.body().length == 0) {
            return body;
        }
        if (request.contentType().equals("application/x-www-form-urlencoded")) {
            body.put("form", pairs(request.form()));
            return body;
        }
        Object json = request.contentType().isEmpty() || request.contentType().contains("json")
                ? CaseFile.parseContainer(request.bodyText())
                : null;
        body.put(json == null ? "text" : "json", json == null ? request.bodyText() : json);
        return body;
    }

    private static List<List<String>> pairs(List<Map.Entry<String, String>> entries) {
        List<List<String>> pairs = new ArrayList<>();
        entries.forEach(e -> pairs.add(List.of(e.getKey(), e.getValue())));
        return pairs;
    }

    @Override
    public String toString() {
        return method + " " + (host.equals("other") ? "{{OTHER}}" : "") + path + (query.isEmpty() ? "" : " " + query)
                + (body.isEmpty() ? "" : " " + body);
    }
}
