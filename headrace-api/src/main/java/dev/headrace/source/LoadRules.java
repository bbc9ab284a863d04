package dev.headrace.source;

import dev.headrace.deletes.DeleteLimit;
import dev.headrace.deletes.Deletes;
import org.jspecify.annotations.Nullable;

/**
 * What a load of a resource has to keep to, besides its hints.
 *
 * @param completeness null: what the run says
 * @param deletes what becomes of rows whose records are no longer at the source; null: they stay
 * @param maxDelete how many of them one load may delete or mark; null: {@link DeleteLimit#usual}
 */
public record LoadRules(
        @Nullable CompletenessRule completeness,
        @Nullable Deletes deletes,
        @Nullable DeleteLimit maxDelete) {

    /** Without deletions. */
    public LoadRules(@Nullable CompletenessRule completeness) {
        this(completeness, null, null);
    }

    /** Nothing is said. */
    public static LoadRules none() {
        return new LoadRules(null);
    }
}
