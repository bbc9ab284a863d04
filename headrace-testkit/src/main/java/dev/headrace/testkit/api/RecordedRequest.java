package dev.headrace.testkit.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the server saw it.
 *
 * @param target path and query exactly as sent
 * @param headers in the order sent
 * @param body empty when there was none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record RecordedRequest(String method, String target, List<Header> headers, byte[] body) {

    public RecordedRequest {
        headers = List.copyOf(headers);
    }

    /** The path as sent, percent-encoding kept. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The query as sent, without the question mark; empty when there is none. */
    public String rawQuery() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** The query's pairs, decoded, in the order sent. */
    public List<Map.Entry<String, String>> query() {
        return decodePairs(rawQuery());
    }

    /** The first value of a query parameter. */
    public Optional<String> param(String name) {
        return query().stream()
                .filter(p -> p.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** The content type without its parameters, in lower case; empty text when absent. */
    public String contentType() {
        return header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The pairs of a form body, decoded, in the order sent. */
    public List<Map.Entry<String, String>> form() {
        return decodePairs(bodyText());
    }

    private static List<Map.Entry<String, String>> decodePairs(String text) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.add(Map.entry(decode(name), decode(value)));
            }
        }
        return pairs;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
