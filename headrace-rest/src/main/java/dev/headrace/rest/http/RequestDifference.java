package dev.headrace.rest.http;

import dev.headrace.rest.position.NoPositionException;
import dev.headrace.rest.position.Note;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a request of a sequence has that the first one has not: all that has to be known of it, since the first one can be
 * made again. So nothing is written down that stands in the configuration, secrets least of all: a part of a link that holds
 * one is left out where the credentials bring it, and is told by its place where the first request has it too.
 */
public final class RequestDifference {

    private final HttpRequest first;
    private final List<String> firstPairs;

    /** @param first the request from which others differ */
    public RequestDifference(HttpRequest first) {
        this.first = first;
        this.firstPairs = pairs(UrlParts.parse(first.wireUrl()).query());
    }

    /**
     * What has to be known of a request.
     *
     * @param added names of query parameters that credentials put on each request
     * @param secret whether a text holds a secret
     * @throws NoPositionException when the request cannot be made again from it
     */
    public Note of(HttpRequest next, Set<String> added, Predicate<String> secret) {
        HttpRequest wanted = without(added, secret, next);
        Note note = new Note();
        if (!wanted.url().equals(first.url())) {
            note.put("url", url(wanted, secret));
        }
        if (!wanted.params().equals(first.params())) {
            note.put("params", params(wanted)).put("bare", wanted.params().isEmpty());
        }
        note.put("headers", headers(wanted));
        note.putAll("body", body(wanted));
        requireSame(wanted, note);
        return note;
    }

    private void requireSame(HttpRequest wanted, Note note) {
        HttpRequest again = applied(note);
        boolean same = again.method().equals(wanted.method())
                && again.wireUrl().equals(wanted.wireUrl())
                && again.headers().equals(wanted.headers())
                && Arrays.equals(again.body().bytes(), wanted.body().bytes());
        if (!same) {
            throw new NoPositionException("a request cannot be made from the first one of its sequence");
        }
    }

    /** The request again. */
    public HttpRequest applied(Note note) {
        HttpRequest request = first;
        if (note.has("url")) {
            request = request.withUrl(url(note.note("url"))).withParams(first.params());
        }
        if (note.has("params") || note.flag("bare")) {
            request = request.withParams(params(note.list("params")));
        }
        for (Map.Entry<String, @Nullable Object> header :
                note.note("headers").fields().entrySet()) {
            Object value = header.getValue();
            request = request.withHeader(header.getKey(), value == null ? null : String.valueOf(value));
        }
        for (Note change : note.notes("body")) {
            Object body = request.body() instanceof Body.Json json ? json.value() : null;
            request = request.withBody(Body.json(written(body, change.texts("at"), element(change.list("to"), 0))));
        }
        return request;
    }

    private static HttpRequest without(Set<String> added, Predicate<String> secret, HttpRequest next) {
        UrlParts parts = UrlParts.parse(next.url());
        if (added.isEmpty() || parts.query() == null) {
            return next;
        }
        List<String> kept = pairs(parts.query()).stream()
                .filter(pair -> !(isAmong(added, pair) && secret.test(pair)))
                .toList();
        String query = kept.isEmpty() ? null : String.join("&", kept);
        String url = new UrlParts(parts.scheme(), parts.authority(), parts.path(), query).toString();
        return kept.size() == pairs(parts.query()).size()
                ? next
                : next.withUrl(url).withParams(next.params());
    }

    private Note url(HttpRequest wanted, Predicate<String> secret) {
        UrlParts own = UrlParts.parse(first.url());
        UrlParts parts = UrlParts.parse(wanted.url());
        Note note = new Note();
        if (!parts.scheme().equals(own.scheme()) || !parts.authority().equals(own.authority())) {
            note.put("server", parts.scheme() + "://" + parts.authority());
        }
        boolean samePath = parts.path().equals(own.path());
        note.put("samePath", samePath).put("path", samePath ? null : parts.path());
        List<Object> query = new ArrayList<>();
        for (String pair : pairs(parts.query())) {
            int known = secret.test(pair) ? firstPairs.indexOf(pair) : -1;
            query.add(known < 0 ? pair : Long.valueOf(known));
        }
        return note.put("query", query);
    }

    private String url(Note note) {
        UrlParts own = UrlParts.parse(first.url());
        String server = note.has("server") ? note.text("server") : own.scheme() + "://" + own.authority();
        String path = note.flag("samePath") ? own.path() : note.text("path");
        List<String> pairs = new ArrayList<>();
        for (Object pair : note.list("query")) {
            pairs.add(pair instanceof Long known ? element(firstPairs, known) : String.valueOf(pair));
        }
        return server + path + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    /** Of parameters that the first request has too, their places. */
    private List<Object> params(HttpRequest wanted) {
        List<Object> params = new ArrayList<>();
        for (Parameter parameter : wanted.params()) {
            int known = first.params().indexOf(parameter);
            if (known >= 0) {
                params.add((long) known);
            } else {
                params.add(Arrays.asList(parameter.name(), parameter.value()));
            }
        }
        return params;
    }

    private List<Parameter> params(List<?> noted) {
        List<Parameter> params = new ArrayList<>();
        for (Object entry : noted) {
            if (entry instanceof Long known) {
                params.add(element(first.params(), known));
            } else if (entry instanceof List<?> pair && pair.size() == 2) {
                params.add(new Parameter(String.valueOf(pair.get(0)), pair.get(1)));
            } else {
                throw new IllegalArgumentException("a parameter of its document is " + entry);
            }
        }
        return params;
    }

    private Map<String, @Nullable Object> headers(HttpRequest wanted) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        wanted.headers().forEach((name, value) -> {
            if (!first.headers().find(name).equals(Optional.of(value))) {
                changed.put(name, value);
            }
        });
        return changed;
    }

    private List<Note> body(HttpRequest wanted) {
        List<Note> changes = new ArrayList<>();
        if (wanted.body() instanceof Body.Json json && !wanted.body().equals(first.body())) {
            Object before = first.body() instanceof Body.Json known ? known.value() : null;
            compare(List.of(), before, json.value(), changes);
        }
        return changes;
    }

    private static void compare(
            List<String> place, @Nullable Object before, @Nullable Object after, List<Note> changes) {
        if (before instanceof Map<?, ?> known && after instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                List<String> inner = new ArrayList<>(place);
                inner.add(String.valueOf(key));
                if (!Objects.equals(value, known.get(key)) || !known.containsKey(key)) {
                    compare(inner, known.get(key), value, changes);
                }
            });
        } else {
            changes.add(new Note().put("at", place).put("to", Arrays.asList(after)));
        }
    }

    private static @Nullable Object written(@Nullable Object node, List<String> place, @Nullable Object value) {
        if (place.isEmpty()) {
            return value;
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, existing) -> copy.put(String.valueOf(key), existing));
        }
        String key = place.get(0);
        copy.put(key, written(copy.get(key), place.subList(1, place.size()), value));
        return copy;
    }

    private static <T> T element(List<T> list, long index) {
        if (index < 0 || index >= list.size()) {
            throw new IllegalArgumentException("its document speaks of a part of a request that is not there");
        }
        return list.get((int) index);
    }

    private static boolean isAmong(Set<String> names, String pair) {
        return names.stream().anyMatch(name -> pair.startsWith(UrlEncoding.component(name) + "="));
    }

    private static List<String> pairs(@Nullable String query) {
        return query == null || query.isEmpty() ? List.of() : List.of(query.split("&", -1));
    }
}
