package dev.headrace.load;

import dev.headrace.deletes.DeleteOrder;
import org.jspecify.annotations.Nullable;

/**
 * What a load of a table has to keep to, besides its disposition.
 *
 * @param exact whether the load fails when the destination takes other rows than the package has; otherwise that is a
 *     warning
 * @param deletes what becomes of rows that the package does not bring, of a root table that is merged by its primary key; null:
 *     they stay
 */
public record LoadTerms(boolean exact, @Nullable DeleteOrder deletes) {

    /** Those without deletions. */
    public LoadTerms(boolean exact) {
        this(exact, null);
    }

    /** Nothing more. */
    public static LoadTerms none() {
        return new LoadTerms(false);
    }

    /** The same, but not exact. */
    public LoadTerms lenient() {
        return new LoadTerms(false, deletes);
    }

    /** The same with any number of rows that may be deleted or marked, where some may. */
    public LoadTerms withoutDeleteLimit() {
        return new LoadTerms(exact, deletes == null ? null : deletes.unlimited());
    }

    /** The same, but rows that the package does not bring stay. */
    public LoadTerms withoutDeletes() {
        return new LoadTerms(exact);
    }
}
