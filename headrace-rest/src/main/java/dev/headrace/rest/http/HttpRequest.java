package dev.headrace.rest.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request, before credentials and defaults. Immutable: whatever changes it gives a copy. Two equal requests are the same
 * on the wire.
 *
 * @param resource the resource it is sent for, for messages
 * @param method in upper case
 * @param url absolute; may have a query of its own, which is sent before {@code params}
 * @param params the query, in order
 * @param headers laid over the defaults of the client
 */
public record HttpRequest(
        String resource, String method, String url, List<Parameter> params, Headers headers, Body body) {

    public HttpRequest {
        params = List.copyOf(params);
    }

    /** A {@code GET} without anything else. */
    public static HttpRequest get(String resource, String url) {
        return new HttpRequest(resource, "GET", url, List.of(), Headers.none(), Body.none());
    }

    /** A copy that follows a link: only the query of the link itself is sent; method, headers and body stay. */
    public HttpRequest withUrl(String link) {
        return new HttpRequest(resource, method, link, List.of(), headers, body);
    }

    /** A copy in which the parameter has this value, once, at its old place or else at the end. */
    public HttpRequest withParam(String name, @Nullable Object value) {
        List<Parameter> changed = new ArrayList<>();
        boolean placed = false;
        for (Parameter parameter : params) {
            if (!parameter.name().equals(name)) {
                changed.add(parameter);
            } else if (!placed) {
                changed.add(new Parameter(name, value));
                placed = true;
            }
        }
        if (!placed) {
            changed.add(new Parameter(name, value));
        }
        return withParams(changed);
    }

    public HttpRequest withParams(List<Parameter> changed) {
        return new HttpRequest(resource, method, url, changed, headers, body);
    }

    public HttpRequest withHeaders(Headers changed) {
        return new HttpRequest(resource, method, url, params, changed, body);
    }

    public HttpRequest withHeader(String name, @Nullable String value) {
        return withHeaders(headers.with(name, value));
    }

    public HttpRequest withBody(Body changed) {
        return new HttpRequest(resource, method, url, params, headers, changed);
    }

    /** The value of the first parameter of that name that is not null. */
    public Optional<Object> param(String name) {
        return params.stream()
                .filter(p -> p.name().equals(name))
                .map(Parameter::value)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * A copy whose JSON body has the value at a path of keys separated by dots. The body and objects on the way are made
     * where they are missing; what stands beside the value stays. Without effect on a form or a raw text.
     *
     * @throws IllegalArgumentException when something on the way is not an object
     */
    public HttpRequest withBodyValue(String path, @Nullable Object value) {
        if (body instanceof Body.Form || body instanceof Body.Raw) {
            return this;
        }
        Object root = body instanceof Body.Json json ? json.value() : null;
        return withBody(Body.json(changed(root, List.of(path.split("\\.", -1)), value)));
    }

    /** The value of the JSON body at a path of keys separated by dots. */
    public Optional<Object> bodyValue(String path) {
        Object value = body instanceof Body.Json json ? json.value() : null;
        for (String key : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return Optional.ofNullable(value);
    }

    /** The URL as it is sent, with its query, percent-encoded. May hold secrets: show it redacted only. */
    public String wireUrl() {
        return UrlEncoding.wireUrl(url, params);
    }

    private static Map<String, @Nullable Object> changed(
            @Nullable Object node, List<String> path, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, existing) -> copy.put(String.valueOf(key), existing));
        } else if (node != null) {
            throw new IllegalArgumentException("the body has " + node + " where '" + path.get(0) + "' is to be set");
        }
        String key = path.get(0);
        List<String> rest = path.subList(1, path.size());
        copy.put(key, rest.isEmpty() ? value : changed(copy.get(key), rest, value));
        return copy;
    }

    /** Method and URL without the query, which may hold secrets. */
    @Override
    public String toString() {
        return method + " " + Redaction.withoutQuery(url);
    }
}
