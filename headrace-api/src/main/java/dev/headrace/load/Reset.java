package dev.headrace.load;

import java.util.List;

/**
 * What a package takes away before it brings its rows, in the same transaction. Tables that the destination does not have are
 * passed over.
 *
 * @param drops whether the tables are dropped, and all stored versions of the package's schema forgotten; otherwise the tables
 *     are emptied
 * @param tables nested tables before their parents
 */
public record Reset(boolean drops, List<String> tables) {

    public Reset {
        tables = List.copyOf(tables);
    }

    /** Everything stays. */
    public static Reset none() {
        return new Reset(false, List.of());
    }

    public boolean isEmpty() {
        return tables.isEmpty();
    }
}
