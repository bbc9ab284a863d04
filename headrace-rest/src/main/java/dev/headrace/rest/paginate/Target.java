package dev.headrace.rest.paginate;

import dev.headrace.rest.http.Body;
import dev.headrace.rest.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

/** Where a paginator writes a value: into the query or into the JSON body. */
sealed interface Target {

    HttpRequest write(HttpRequest request, Object value);

    /** What was written there. */
    Optional<Object> read(HttpRequest request);

    /** Where it is, for messages. */
    String place();

    /** The number that was written there; {@code otherwise} when there is none. */
    default long number(HttpRequest request, long otherwise) {
        return read(request).orElse(otherwise) instanceof Number number ? number.longValue() : otherwise;
    }

    /** A query parameter. */
    record Param(String name) implements Target {
        @Override
        public HttpRequest write(HttpRequest request, Object value) {
            if (value instanceof Map) {
                throw PageFailures.of(
                        request,
                        "what should be sent as the parameter '" + name + "' is an object",
                        "Check the path that it is taken from: it must lead to a text or a number.");
            }
            return request.withParam(name, value);
        }

        @Override
        public Optional<Object> read(HttpRequest request) {
            return request.param(name);
        }

        @Override
        public String place() {
            return "the parameter '" + name + "'";
        }
    }

    /** Keys of the JSON body, separated by dots. */
    record BodyPath(String path) implements Target {
        @Override
        public HttpRequest write(HttpRequest request, Object value) {
            if (request.body() instanceof Body.Form || request.body() instanceof Body.Raw) {
                throw PageFailures.of(
                        request,
                        "'" + path + "' cannot be set in a body given as 'data'",
                        "Give the body as 'json', or name a query parameter instead of a body path.");
            }
            try {
                return request.withBodyValue(path, value);
            } catch (IllegalArgumentException e) {
                throw PageFailures.of(
                        request,
                        "'" + path + "' cannot be set in the JSON body: " + e.getMessage(),
                        "Check the body path and 'json'.");
            }
        }

        @Override
        public Optional<Object> read(HttpRequest request) {
            return request.bodyValue(path);
        }

        @Override
        public String place() {
            return "'" + path + "' in the body";
        }
    }
}
