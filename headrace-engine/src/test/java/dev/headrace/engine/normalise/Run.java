package dev.headrace.engine.normalise;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.engine.naming.Naming;
import dev.headrace.engine.schema.SchemaSettings;
import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.event.RunEvent;
import dev.headrace.load.LoadId;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.Addition;
import dev.headrace.source.PageRecords;
import dev.headrace.source.Resource;
import dev.headrace.source.ResourceHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run of one resource named {@code t}: pages in, rows and schema out. */
final class Run {

    final CollectedTables tables = new CollectedTables();
    final List<String> warnings = new ArrayList<>();
    private final WorkingSchema schema;
    private final Normaliser normaliser;

    private Run(WorkingSchema schema, ResourceHints hints) {
        this(schema, hints, null, true);
    }

    private Run(
            WorkingSchema schema, ResourceHints hints, @Nullable Quarantine quarantine, boolean holdsAllCharacters) {
        this.schema = schema;
        this.normaliser = new Normaliser(
                schema,
                new Resource("t", true, hints),
                new LoadId("1700000000.5"),
                tables,
                event -> {
                    if (event instanceof RunEvent.Warned warned) {
                        warnings.add(warned.message());
                    }
                },
                quarantine,
                holdsAllCharacters);
    }

    /** A run with an empty schema that puts records aside which can't be written. */
    static Run quarantining(ResourceHints hints, Quarantine quarantine) {
        return new Run(WorkingSchema.empty(settings()), hints, quarantine, true);
    }

    /** The next run, with the schema of this one, that puts records aside which can't be written. */
    Run nextQuarantining(ResourceHints hints, Quarantine quarantine) {
        return new Run(WorkingSchema.of(schema.freeze().values(), settings()), hints, quarantine, true);
    }

    /** The same for a destination that does not hold all characters. */
    static Run quarantiningCharacters(ResourceHints hints, Quarantine quarantine) {
        return new Run(WorkingSchema.empty(settings()), hints, quarantine, false);
    }

    static SchemaSettings settings() {
        return SchemaSettings.of(Naming.of("snake_case", 65536));
    }

    /** A run with an empty schema. */
    static Run of(ResourceHints hints) {
        return new Run(WorkingSchema.empty(settings()), hints);
    }

    static Run of(ResourceHints hints, SchemaSettings settings) {
        return new Run(WorkingSchema.empty(settings), hints);
    }

    /** The finished run of that one page of records, without hints. */
    static Run ofPage(String page) {
        return of(ResourceHints.none()).page(page).finish();
    }

    /** The next run, with the schema of this one. */
    Run next(ResourceHints hints) {
        return new Run(WorkingSchema.of(schema.freeze().values(), settings()), hints);
    }

    Run page(String page) {
        found(page, List.of());
        return this;
    }

    PageRecords found(String page, List<String> path, Addition... additions) {
        byte[] bytes = page.getBytes(UTF_8);
        return normaliser.writePage(bytes, bytes.length, path, List.of(additions));
    }

    Normaliser normaliser() {
        return normaliser;
    }

    Run finish() {
        normaliser.close();
        return this;
    }

    TableSchema table(String name) {
        return Objects.requireNonNull(schema.freeze().get(name), name);
    }

    List<String> tableNames() {
        return List.copyOf(schema.freeze().keySet());
    }

    /** Name and type of each column, in order. */
    List<String> columns(String table) {
        return table(table).completeColumns().stream()
                .map(column -> column.name() + " " + column.requiredType().label())
                .toList();
    }

    /** Name and type of each column that comes from data, in order. */
    List<String> dataColumns(String table) {
        return columns(table).stream()
                .filter(column -> !column.startsWith("_dlt"))
                .toList();
    }

    List<Map<String, String>> data(String table) {
        return tables.data(table);
    }

    static ResourceHints merging(MergeStrategy strategy, String... key) {
        return ResourceHints.none()
                .withDisposition(new WriteDisposition.Merge(strategy, false))
                .withPrimaryKey(List.of(key));
    }

    static ResourceHints withColumns(ColumnSchema... columns) {
        return hints(null, columns);
    }

    static ResourceHints withContract(SchemaContract contract) {
        return ResourceHints.none().withContract(contract);
    }

    static ResourceHints withNesting(int levels) {
        return hints(levels);
    }

    static ColumnSchema column(String name, DataType type) {
        return ColumnSchema.of(name, type);
    }

    private static ResourceHints hints(@Nullable Integer nesting, ColumnSchema... columns) {
        return new ResourceHints(
                null, WriteDisposition.append(), List.of(), List.of(), List.of(columns), null, nesting, Map.of());
    }
}
