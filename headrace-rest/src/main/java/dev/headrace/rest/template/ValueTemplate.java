package dev.headrace.rest.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value of a request, with placeholders anywhere in its texts and keys. */
public sealed interface ValueTemplate {

    /** The templates in it, keys before their values. */
    Stream<Template> templates();

    /**
     * The value with everything in place: lone placeholders keep the type of what they stand for.
     *
     * @throws NullPlaceholderException when a null would have to become part of a text
     */
    @Nullable
    Object expand(Bindings bindings);

    /** A number, a truth value, or null. */
    record Constant(@Nullable Object value) implements ValueTemplate {
        @Override
        public Stream<Template> templates() {
            return Stream.empty();
        }

        @Override
        public @Nullable Object expand(Bindings bindings) {
            return value;
        }
    }

    /** A text. */
    record Text(Template template) implements ValueTemplate {
        @Override
        public Stream<Template> templates() {
            return Stream.of(template);
        }

        @Override
        public @Nullable Object expand(Bindings bindings) {
            return template.value(bindings);
        }
    }

    /** A list. */
    record Elements(List<ValueTemplate> elements) implements ValueTemplate {
        public Elements {
            elements = List.copyOf(elements);
        }

        @Override
        public Stream<Template> templates() {
            return elements.stream().flatMap(ValueTemplate::templates);
        }

        @Override
        public List<@Nullable Object> expand(Bindings bindings) {
            List<@Nullable Object> expanded = new ArrayList<>();
            elements.forEach(element -> expanded.add(element.expand(bindings)));
            return expanded;
        }
    }

    /** An object; its keys are templates as well. */
    record Fields(List<Field> fields) implements ValueTemplate {
        public Fields {
            fields = List.copyOf(fields);
        }

        @Override
        public Stream<Template> templates() {
            return fields.stream()
                    .flatMap(field ->
                            Stream.concat(Stream.of(field.key()), field.value().templates()));
        }

        @Override
        public Map<String, @Nullable Object> expand(Bindings bindings) {
            Map<String, @Nullable Object> expanded = new LinkedHashMap<>();
            fields.forEach(field ->
                    expanded.put(field.key().text(bindings), field.value().expand(bindings)));
            return expanded;
        }
    }

    /** One entry of an object. */
    record Field(Template key, ValueTemplate value) {}
}
