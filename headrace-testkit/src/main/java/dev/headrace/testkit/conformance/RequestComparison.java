package dev.headrace.testkit.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the requests that the API saw with those a case expects. */
final class RequestComparison {

    private final Map<String, @Nullable Object> expected;
    private final List<SeenRequest> seen;
    private final List<String> differences = new ArrayList<>();

    RequestComparison(Map<String, @Nullable Object> expected, List<SeenRequest> seen) {
        this.expected = expected;
        this.seen = seen;
    }

    List<String> differences() {
        if (expected.get("max") instanceof Number max && seen.size() > max.intValue()) {
            differences.add("requests: " + seen.size() + " sent, at most " + max + " allowed");
        }
        Json.list(expected.get("forbidden")).forEach(f -> checkForbidden(Json.object(f)));
        if (expected.containsKey("list")) {
            List<Map<String, @Nullable Object>> wanted =
                    Json.list(expected.get("list")).stream().map(Json::object).toList();
            if (Boolean.TRUE.equals(expected.get("ordered"))) {
                compareInOrder(wanted);
            } else {
                compareAsMultisets(wanted);
            }
        }
        return differences;
    }

    private void checkForbidden(Map<String, @Nullable Object> forbidden) {
        for (SeenRequest request : seen) {
            boolean sameHost = Json.text(forbidden.get("host"), request.host()).equals(request.host());
            boolean sameHeaders = Json.object(forbidden.get("headers")).entrySet().stream()
                    .allMatch(e -> "*".equals(e.getValue())
                            ? request.header(e.getKey()) != null
                            : Objects.equals(request.header(e.getKey()), e.getValue()));
            if (sameHost && sameHeaders) {
                differences.add("requests: forbidden " + forbidden + " seen in " + request);
            }
        }
    }

    private void compareInOrder(List<Map<String, @Nullable Object>> wanted) {
        for (int i = 0; i < Math.max(wanted.size(), seen.size()); i++) {
            if (i >= wanted.size()) {
                differences.add("requests: #" + (i + 1) + " not expected: " + seen.get(i));
            } else if (i >= seen.size()) {
                differences.add("requests: #" + (i + 1) + " missing: " + wanted.get(i));
            } else if (!matches(wanted.get(i), seen.get(i))) {
                differences.add("requests: #" + (i + 1) + " is " + seen.get(i) + " "
                        + shownHeaders(wanted.get(i), seen.get(i)) + ", expected " + wanted.get(i));
            }
        }
    }

    private void compareAsMultisets(List<Map<String, @Nullable Object>> wanted) {
        List<SeenRequest> left = new ArrayList<>(seen);
        for (Map<String, @Nullable Object> one : wanted) {
            List<?> times = one.get("times") instanceof List<?> range ? range : List.of(1, 1);
            int atLeast = ((Number) Objects.requireNonNull(times.get(0))).intValue();
            int atMost = ((Number) Objects.requireNonNull(times.get(1))).intValue();
            int found = 0;
            while (found < atMost && removeFirst(left, one)) {
                found++;
            }
            if (found < atLeast) {
                differences.add("requests: missing (" + found + " of " + atLeast + "): " + one);
            }
        }
        left.forEach(request -> differences.add("requests: not expected: " + request));
    }

    private static boolean removeFirst(List<SeenRequest> left, Map<String, @Nullable Object> wanted) {
        for (SeenRequest request : left) {
            if (matches(wanted, request)) {
                return left.remove(request);
            }
        }
        return false;
    }

    private static boolean matches(Map<String, @Nullable Object> wanted, SeenRequest request) {
        return Json.text(wanted.get("method"), "GET").equals(request.method())
                && Json.text(wanted.get("path"), "").equals(request.path())
                && Json.text(wanted.get("host"), "base").equals(request.host())
                && byName(Json.list(wanted.get("query"))).equals(byName(request.query()))
                && sameBody(wanted, request)
                && sameHeaders(wanted, request);
    }

    /** Pairs in the order of their names; the order of the values of one name is kept. */
    private static List<List<String>> byName(List<?> pairs) {
        List<List<String>> sorted = new ArrayList<>();
        pairs.forEach(p -> sorted.add(Json.texts(p)));
        sorted.sort(Comparator.comparing(p -> p.get(0)));
        return sorted;
    }

    private static boolean sameBody(Map<String, @Nullable Object> wanted, SeenRequest request) {
        for (String kind : List.of("json", "form", "text")) {
            boolean both = wanted.containsKey(kind) == request.body().containsKey(kind);
            if (!both
                    || !Json.canonical(wanted.get(kind))
                            .equals(Json.canonical(request.body().get(kind)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameHeaders(Map<String, @Nullable Object> wanted, SeenRequest request) {
        return Json.object(wanted.get("headers")).entrySet().stream()
                .allMatch(e -> sameHeader(e.getValue(), request.header(e.getKey())));
    }

    private static boolean sameHeader(@Nullable Object wanted, @Nullable String have) {
        if (wanted instanceof Map<?, ?> rule) {
            return have != null && have.startsWith(String.valueOf(rule.get("starts_with")));
        }
        return Objects.equals(wanted, have);
    }

    private static String shownHeaders(Map<String, @Nullable Object> wanted, SeenRequest request) {
        StringBuilder shown = new StringBuilder();
        Json.object(wanted.get("headers"))
                .keySet()
                .forEach(name -> shown.append(name)
                        .append('=')
                        .append(request.header(name))
                        .append(' '));
        return shown.toString();
    }
}
