package dev.headrace.rest.read;

import dev.headrace.rest.definition.RequestDefinition;
import dev.headrace.rest.http.Body;
import dev.headrace.rest.http.Headers;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.Parameter;
import dev.headrace.rest.http.Urls;
import dev.headrace.rest.template.Bindings;
import dev.headrace.rest.template.PlainText;
import dev.headrace.rest.template.ValueTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the first request of a sequence. Immutable. */
final class RequestFactory {

    private final String resource;
    private final String baseUrl;
    private final Headers clientHeaders;
    private final RequestDefinition definition;

    RequestFactory(String resource, String baseUrl, Map<String, String> clientHeaders, RequestDefinition definition) {
        this.resource = resource;
        this.baseUrl = baseUrl;
        this.clientHeaders = Headers.of(clientHeaders);
        this.definition = definition;
    }

    /** @throws dev.headrace.rest.template.NullPlaceholderException when a null would have to become part of a text */
    HttpRequest create(Bindings bindings) {
        return new HttpRequest(
                resource,
                definition.method(),
                Urls.join(baseUrl, definition.path().text(bindings)),
                parameters(definition.params(), bindings),
                clientHeaders.overlaidBy(headers(bindings)),
                body(bindings));
    }

    private Headers headers(Bindings bindings) {
        Map<String, @Nullable String> headers = new LinkedHashMap<>();
        for (ValueTemplate.Field header : definition.headers().fields()) {
            Object value = header.value().expand(bindings);
            headers.put(header.key().text(bindings), value == null ? null : PlainText.of(value));
        }
        return Headers.of(headers);
    }

    private Body body(Bindings bindings) {
        ValueTemplate json = definition.json();
        Body form = form(definition.data(), bindings);
        return form instanceof Body.None && json != null ? Body.json(json.expand(bindings)) : form;
    }

    private static Body form(@Nullable ValueTemplate data, Bindings bindings) {
        if (data instanceof ValueTemplate.Fields fields) {
            return Body.form(parameters(fields, bindings));
        }
        if (data instanceof ValueTemplate.Elements pairs) {
            return Body.form(pairs.elements().stream()
                    .map(pair -> parameter((ValueTemplate.Elements) pair, bindings))
                    .toList());
        }
        String text = data instanceof ValueTemplate.Text raw ? raw.template().text(bindings) : "";
        return text.isEmpty() ? Body.none() : Body.raw(text);
    }

    private static Parameter parameter(ValueTemplate.Elements pair, Bindings bindings) {
        Object name = pair.elements().get(0).expand(bindings);
        return new Parameter(
                name == null ? "" : PlainText.of(name), wire(pair.elements().get(1), bindings));
    }

    private static List<Parameter> parameters(ValueTemplate.Fields fields, Bindings bindings) {
        List<Parameter> parameters = new ArrayList<>();
        for (ValueTemplate.Field field : fields.fields()) {
            parameters.add(new Parameter(field.key().text(bindings), wire(field.value(), bindings)));
        }
        return parameters;
    }

    /** A list that the configuration has is sent element by element; one that comes from a record is a text. */
    private static @Nullable Object wire(ValueTemplate template, Bindings bindings) {
        if (template instanceof ValueTemplate.Elements list) {
            return list.elements().stream()
                    .map(element -> wire(element, bindings))
                    .filter(java.util.Objects::nonNull)
                    .toList();
        }
        Object value = template.expand(bindings);
        return value == null ? null : PlainText.of(value);
    }
}
