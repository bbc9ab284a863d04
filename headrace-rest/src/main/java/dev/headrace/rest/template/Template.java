package dev.headrace.rest.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text with placeholders in the notation of Python's {@code str.format}: {@code {name}}, {@code {name!r}},
 * {@code {name:05d}}; doubled braces stand for single ones. Immutable.
 */
public record Template(List<Part> parts) {

    public Template {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException for a brace without its partner, or a format that is not supported
     */
    public static Template parse(String text) {
        return new TemplateParser(text).parse();
    }

    /** A template that is the text itself, whatever braces it has. */
    public static Template literal(String text) {
        return new Template(List.of(new Part.Literal(text)));
    }

    public List<Part.Placeholder> placeholders() {
        return parts.stream()
                .filter(Part.Placeholder.class::isInstance)
                .map(Part.Placeholder.class::cast)
                .toList();
    }

    public boolean isConstant() {
        return parts.stream().allMatch(Part.Literal.class::isInstance);
    }

    /** The placeholder that is the whole template, without conversion or format; its value can keep its type. */
    public Optional<Part.Placeholder> lone() {
        boolean alone = parts.size() == 1 && parts.get(0) instanceof Part.Placeholder found && found.isPlain();
        return alone ? Optional.of((Part.Placeholder) parts.get(0)) : Optional.empty();
    }

    /** A template in which each placeholder may have been replaced by what is known already. */
    public Template bind(Function<Part.Placeholder, Part> binder) {
        List<Part> bound = new ArrayList<>();
        for (Part part : parts) {
            bound.add(part instanceof Part.Placeholder placeholder ? binder.apply(placeholder) : part);
        }
        return new Template(bound);
    }

    /**
     * The text with all values in place.
     *
     * @throws NullPlaceholderException when one of the values is null
     */
    public String text(Bindings bindings) {
        return parts.stream()
                .map(part -> part instanceof Part.Placeholder placeholder
                        ? placeholder.text(bindings.value(placeholder.expression()))
                        : ((Part.Literal) part).text())
                .collect(Collectors.joining());
    }

    /** The value of the {@linkplain #lone() lone} placeholder with its type, else the {@linkplain #text text}. */
    public @Nullable Object value(Bindings bindings) {
        Optional<Part.Placeholder> lone = lone();
        return lone.isPresent() ? bindings.value(lone.get().expression()) : text(bindings);
    }
}
