package dev.headrace.engine.schema;

import dev.headrace.engine.naming.Naming;
import dev.headrace.schema.SchemaContract;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all tables of a source.
 *
 * @param naming turns names of the data into names of tables and columns
 * @param contract the contract of tables that have none of their own; null: everything may change
 * @param maxTableNesting how many levels of lists and objects are taken apart, unless a resource says otherwise; null:
 *     {@value #DEFAULT_MAX_TABLE_NESTING}
 * @param rootKey whether nested rows carry the id of their root row; null: where the write disposition needs it
 * @param maxColumns how many columns a table may come to have
 */
public record SchemaSettings(
        Naming naming,
        @Nullable SchemaContract contract,
        @Nullable Integer maxTableNesting,
        @Nullable Boolean rootKey,
        int maxColumns) {

    private static final int USUAL_MAX_COLUMNS = 5000;

    /** Tables may have {@value #USUAL_MAX_COLUMNS} columns. */
    public SchemaSettings(
            Naming naming,
            @Nullable SchemaContract contract,
            @Nullable Integer maxTableNesting,
            @Nullable Boolean rootKey) {
        this(naming, contract, maxTableNesting, rootKey, USUAL_MAX_COLUMNS);
    }

    /** So deep that it is no limit in practice. */
    public static final int DEFAULT_MAX_TABLE_NESTING = 1000;

    /** Only a naming; everything else at its default. */
    public static SchemaSettings of(Naming naming) {
        return new SchemaSettings(naming, null, null, null);
    }

    SchemaContract contractOrDefault() {
        return contract == null ? SchemaContract.evolve() : contract;
    }

    int maxTableNestingOrDefault() {
        return maxTableNesting == null ? DEFAULT_MAX_TABLE_NESTING : maxTableNesting;
    }
}
