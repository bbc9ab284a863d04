package dev.headrace.load;

import dev.headrace.schema.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one run extracted: complete, on disk, and not yet visible anywhere. Its files are fsynced before a value of this type
 * exists.
 *
 * @param schema the schema after this extraction
 * @param createdAt when the package was begun
 * @param tables what it brings, parents before their nested tables; only tables of resources that were read
 * @param state the state that becomes current with the commit; empty when it has not changed
 * @param reset what is taken away before
 */
public record LoadPackage(
        LoadId id,
        String pipeline,
        Schema schema,
        Instant createdAt,
        List<TableLoad> tables,
        Optional<StateRow> state,
        Reset reset) {
    public LoadPackage {
        tables = List.copyOf(tables);
    }

    /** A package that takes nothing away. */
    public LoadPackage(
            LoadId id,
            String pipeline,
            Schema schema,
            Instant createdAt,
            List<TableLoad> tables,
            Optional<StateRow> state) {
        this(id, pipeline, schema, createdAt, tables, state, Reset.none());
    }

    /** The same package with these tables. */
    public LoadPackage withTables(List<TableLoad> newTables) {
        return new LoadPackage(id, pipeline, schema, createdAt, newTables, state, reset);
    }

    /** The same package without a state. */
    public LoadPackage withoutState() {
        return new LoadPackage(id, pipeline, schema, createdAt, tables, Optional.empty(), reset);
    }
}
