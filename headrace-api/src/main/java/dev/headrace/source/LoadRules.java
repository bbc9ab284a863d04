package dev.headrace.source;

import org.jspecify.annotations.Nullable;

/**
 * What a load of a resource has to keep to, besides its hints.
 *
 * @param completeness null: what the run says
 */
public record LoadRules(@Nullable CompletenessRule completeness) {

    /** Nothing is said. */
    public static LoadRules none() {
        return new LoadRules(null);
    }
}
