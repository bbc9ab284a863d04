package dev.headrace.rest.definition;

import dev.headrace.SourceException;
import dev.headrace.rest.http.Body;
import dev.headrace.rest.http.Headers;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.Parameter;
import dev.headrace.rest.paginate.Paginator;
import dev.headrace.rest.template.Bindings;
import dev.headrace.rest.template.PlainText;
import dev.headrace.rest.template.ValueTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds values of {@code params} and {@code json} in whose place the paginator sends others from the first request on. What
 * it sends only from the second one on, such as a cursor, is no conflict: the configuration says how to begin then.
 */
final class OverwrittenValues {

    /** Stands for a value that is not known before the run. */
    private static final String UNKNOWN = "";

    /**
     * A value that is never sent.
     *
     * @param place such as "parameter 'offset'"
     * @param sent what the paginator sends in its place
     */
    record Overwritten(String place, String sent) {}

    private final List<Overwritten> found = new ArrayList<>();

    private OverwrittenValues() {}

    static List<Overwritten> of(EndpointDefinition endpoint) {
        OverwrittenValues values = new OverwrittenValues();
        Paginator paginator = endpoint.paginator();
        if (paginator != null) {
            values.compare(endpoint.request(), paginator);
        }
        return values.found;
    }

    private void compare(RequestDefinition request, Paginator paginator) {
        Map<String, @Nullable Object> params = constants(request.params());
        Object json = request.json() == null ? null : constant(request.json());
        HttpRequest written = new HttpRequest(
                "",
                request.method(),
                "http://localhost/",
                params.entrySet().stream()
                        .map(param -> new Parameter(param.getKey(), param.getValue()))
                        .toList(),
                Headers.none(),
                Body.json(json));
        first(paginator, written).ifPresent(sent -> {
            params.forEach((name, value) ->
                    compare("parameter '" + name + "'", value, sent.param(name).orElse(value)));
            compareObjects("", json, sent.body() instanceof Body.Json body ? body.value() : json);
        });
    }

    /** Empty where it can't be made, which is told when it is to be sent. */
    private static Optional<HttpRequest> first(Paginator paginator, HttpRequest written) {
        try {
            return Optional.of(paginator.first(written));
        } catch (SourceException e) {
            return Optional.empty();
        }
    }

    private void compareObjects(String path, @Nullable Object written, @Nullable Object sent) {
        if (written instanceof Map<?, ?> before && sent instanceof Map<?, ?> after) {
            before.forEach((key, value) -> compareObjects(path + "." + key, value, after.get(key)));
        } else {
            compare("value 'json" + path + "'", written, sent);
        }
    }

    private void compare(String place, @Nullable Object written, @Nullable Object sent) {
        if (written != null && sent != null && !PlainText.of(written).equals(PlainText.of(sent))) {
            found.add(new Overwritten(place, PlainText.of(sent)));
        }
    }

    private static @Nullable Object constant(ValueTemplate template) {
        if (template instanceof ValueTemplate.Fields fields) {
            return constants(fields);
        }
        return template.templates().allMatch(text -> text.isConstant()) ? template.expand(Bindings.none()) : UNKNOWN;
    }

    private static Map<String, @Nullable Object> constants(ValueTemplate.Fields fields) {
        Map<String, @Nullable Object> constants = new LinkedHashMap<>();
        fields.fields().stream()
                .filter(field -> field.key().isConstant())
                .forEach(field -> constants.put(field.key().text(Bindings.none()), constant(field.value())));
        return constants;
    }
}
