package dev.headrace.engine.document;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.TableSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A schema document that somebody edited, on its way into what is stored. What it says wins; what it leaves out stays as it is,
 * because it is at the destination already. Applied once: the stored document keeps the hash of what was imported last.
 *
 * @param document the document to import
 */
public record SchemaImport(SchemaDocument document) {

    private static final String IMPORTED = "imported_version_hash";
    private static final String DESCRIPTION = "description";

    /** Hints that belong to several columns at once: the imported table says which ones have them. */
    private static final List<String> COMPOUND =
            List.of(Hints.PRIMARY_KEY, Hints.MERGE_KEY, "partition", "cluster", Hints.INCREMENTAL);

    /** Whether a document was imported into that content at some time. */
    public static boolean isPartOf(SchemaContent content) {
        return content.others().containsKey(IMPORTED);
    }

    /**
     * What was stored, with the import; unchanged when this import is part of it already.
     *
     * @throws DataException of kind {@code SCHEMA} when a table would change its parent
     */
    public SchemaContent appliedTo(SchemaContent stored) {
        if (document.versionHash().equals(stored.others().get(IMPORTED))) {
            return stored;
        }
        Map<String, TableSchema> tables = new LinkedHashMap<>(stored.tables());
        document.content().tables().values().stream()
                .filter(table -> !table.isSystem())
                .forEach(table -> tables.put(table.name(), merged(table, tables.get(table.name()))));
        Map<String, @Nullable Object> others = new LinkedHashMap<>(stored.others());
        others.put(IMPORTED, document.versionHash());
        Object description = document.content().others().get(DESCRIPTION);
        if (description != null) {
            others.put(DESCRIPTION, description);
        }
        SchemaContent imported =
                new SchemaContent(stored.name(), tables, stored.settings(), stored.normalizers(), others);
        return imported.withContract(document.content().contract().orElse(null));
    }

    private static TableSchema merged(TableSchema imported, @Nullable TableSchema known) {
        if (known != null && !Objects.equals(imported.parent(), known.parent())) {
            throw new DataException(
                    FailureKind.SCHEMA,
                    Phase.EXTRACT,
                    "Cannot import table '" + imported.name() + "' below '" + imported.parent()
                            + "': it is there below '" + known.parent() + "'. A table keeps its parent.");
        }
        Map<String, Object> properties = new LinkedHashMap<>(known == null ? Map.of() : known.properties());
        imported.properties().forEach((key, value) -> {
            if (!key.equals(Hints.NORMALIZER)) {
                properties.put(key, value);
            }
        });
        return new TableSchema(
                imported.name(),
                imported.parent(),
                imported.resource(),
                imported.disposition(),
                imported.contract(),
                columns(imported, known),
                properties);
    }

    private static Map<String, ColumnSchema> columns(TableSchema imported, @Nullable TableSchema known) {
        Map<String, ColumnSchema> columns = new LinkedHashMap<>();
        if (known != null) {
            known.columns().forEach(column -> columns.put(column.name(), withoutGivenAnew(column, imported)));
        }
        imported.columns().forEach(column -> columns.put(column.name(), column));
        return columns;
    }

    private static ColumnSchema withoutGivenAnew(ColumnSchema column, TableSchema imported) {
        Map<String, Object> hints = new LinkedHashMap<>(column.hints());
        COMPOUND.stream().filter(hint -> !imported.columnsWith(hint).isEmpty()).forEach(hints::remove);
        return column.withHints(hints);
    }
}
