package dev.headrace.rest.definition;

import dev.headrace.rest.template.Part;
import dev.headrace.rest.template.PathTemplate;
import dev.headrace.rest.template.Template;
import dev.headrace.rest.template.ValueTemplate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first request of a sequence, with places for values of the parent's record.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT} or {@code PATCH}
 * @param params query parameters in the order in which they are sent; nulls are left out
 * @param headers those of the endpoint; a null removes the client's
 * @param json body as JSON; null when there is none
 * @param data body as a form (an object, or a list of pairs) or as it is (a text); null when there is none
 * @param references what each placeholder in here stands for, by its expression; empty unless there is a parent
 */
public record RequestDefinition(
        String method,
        PathTemplate path,
        ValueTemplate.Fields params,
        ValueTemplate.Fields headers,
        @Nullable ValueTemplate json,
        @Nullable ValueTemplate data,
        Map<String, FieldReference> references) {

    public RequestDefinition {
        references = Map.copyOf(references);
    }

    /** The expressions of all placeholders whose values become texts, which only a lone one in {@code json} does not. */
    public Set<String> texts() {
        Stream<Template> sent =
                Stream.of(params, headers, data).filter(Objects::nonNull).flatMap(ValueTemplate::templates);
        Stream<Template> inBody = json == null
                ? Stream.of()
                : json.templates().filter(template -> template.lone().isEmpty());
        return Stream.of(Stream.of(path.template()), sent, inBody)
                .flatMap(templates -> templates)
                .flatMap(template -> template.placeholders().stream())
                .map(Part.Placeholder::expression)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The templates of everything but the path. */
    Stream<Template> values() {
        return Stream.of(params, headers, json, data).filter(Objects::nonNull).flatMap(ValueTemplate::templates);
    }
}
