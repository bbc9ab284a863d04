package dev.headrace.engine;

import dev.headrace.engine.document.SchemaContent;
import dev.headrace.engine.document.SchemaDocument;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.Reset;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.TableSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The rows of a package that comes late: they are loaded as they are, and nothing else of it moves anything back. */
final class RowsOnly {

    private RowsOnly() {}

    /** The package without state and resets, under the committed schema, to which it adds what only it knows. */
    static LoadPackage of(LoadPackage late, SchemaDocument committed) {
        SchemaContent known = committed.content();
        Map<String, TableSchema> tables = new LinkedHashMap<>(known.tables());
        late.schema().tables().forEach(table -> tables.merge(table.name(), table, RowsOnly::united));
        SchemaContent united = tables.equals(known.tables()) ? known : known.withTables(tables);
        return new LoadPackage(
                late.id(),
                late.pipeline(),
                committed.evolvedTo(united).toSchema(),
                late.createdAt(),
                late.tables().stream()
                        .map(load -> load.withTerms(load.terms().withoutDeletes()))
                        .toList(),
                Optional.empty(),
                Reset.none());
    }

    private static TableSchema united(TableSchema known, TableSchema late) {
        Map<String, ColumnSchema> columns = new LinkedHashMap<>(known.columnsByName());
        late.columnsByName().forEach((name, column) -> {
            ColumnSchema there = columns.get(name);
            if (there == null || !there.isComplete()) {
                columns.put(name, column);
            }
        });
        return new TableSchema(
                known.name(),
                known.parent(),
                known.resource(),
                known.disposition(),
                known.contract(),
                columns,
                known.hasSeenData() ? known.properties() : late.properties());
    }
}
