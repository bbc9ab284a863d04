package dev.headrace.config.document;

import dev.headrace.Redactor;
import dev.headrace.config.Settings;
import dev.headrace.config.tree.Lookups;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a document is read.
 *
 * @param as its kind; told by its content when empty
 * @param select which configuration of a document that holds several, counted from 1
 * @param overrides {@code path=value} each, applied in order
 * @param lookups where placeholders get their values
 */
public record ReadOptions(Optional<DocumentKind> as, OptionalInt select, List<String> overrides, Lookups lookups) {

    public ReadOptions {
        overrides = List.copyOf(overrides);
    }

    /**
     * The kind told by content, the only configuration, no overrides.
     *
     * @param settings without a pipeline's prefix
     */
    public static ReadOptions of(Settings settings, Map<String, String> environment, Redactor redactor) {
        Lookups lookups = new Lookups(settings, environment, redactor);
        return new ReadOptions(Optional.empty(), OptionalInt.empty(), List.of(), lookups);
    }

    public ReadOptions as(DocumentKind kind) {
        return new ReadOptions(Optional.of(kind), select, overrides, lookups);
    }

    public ReadOptions select(int number) {
        return new ReadOptions(as, OptionalInt.of(number), overrides, lookups);
    }

    public ReadOptions withOverrides(List<String> pathsWithValues) {
        return new ReadOptions(as, select, pathsWithValues, lookups);
    }
}
