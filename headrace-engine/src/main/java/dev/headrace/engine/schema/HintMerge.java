package dev.headrace.engine.schema;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.engine.naming.Naming;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.ContractMode;
import dev.headrace.schema.Hints;
import dev.headrace.schema.History;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.TableReference;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.NestedHints;
import dev.headrace.source.Resource;
import dev.headrace.source.ResourceHints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings what a configuration says about a table together with what is known about it; the configuration wins. */
final class HintMerge {

    /** Hints that belong to several columns at once: giving them anew takes them from all other columns. */
    private static final List<String> COMPOUND = List.of(
            Hints.PRIMARY_KEY,
            Hints.MERGE_KEY,
            "partition",
            "cluster",
            Hints.INCREMENTAL,
            Hints.VALID_FROM,
            Hints.VALID_TO,
            Hints.ROW_VERSION);

    private static final Set<String> PART_OF_THE_TYPE = Set.of(Hints.PRECISION, Hints.SCALE, Hints.TIMEZONE);

    private final WorkingTable table;
    private final Naming naming;

    HintMerge(WorkingTable table, Naming naming) {
        this.table = table;
        this.naming = naming;
    }

    void apply(Resource resource) {
        ResourceHints hints = resource.hints();
        table.define(resource.name(), hints.disposition(), hints.contract(), hints.maxTableNesting());
        table.properties().putAll(hints.tableProperties());
        setStrategy(hints.disposition());
        refer(hints.references());
        mergeColumns(hints.disposition(), hintedColumns(hints.columns(), hints.primaryKey(), hints.mergeKey()));
    }

    /** Of a nested table; its parent is settled already. */
    void apply(NestedHints hints) {
        table.defineNested(hints.disposition(), hints.contract());
        table.properties().putAll(hints.tableProperties());
        if (hints.disposition() != null) {
            setStrategy(hints.disposition());
        }
        refer(hints.references());
        mergeColumns(hints.disposition(), hintedColumns(hints.columns(), hints.primaryKey(), hints.mergeKey()));
    }

    private void mergeColumns(@Nullable WriteDisposition disposition, Map<String, ColumnSchema> columns) {
        history(disposition).ifPresent(history -> keepHistory(history, columns));
        COMPOUND.forEach(hint -> clearIfGivenAnew(hint, columns));
        columns.values().forEach(this::merge);
    }

    /** References to other tables stay; one to the same table takes the place of the one before. */
    private void refer(List<TableReference> references) {
        if (references.isEmpty()) {
            return;
        }
        Map<String, Object> byTable = new LinkedHashMap<>();
        if (table.properties().get(TableReference.KEY) instanceof List<?> known) {
            known.forEach(each -> TableReference.ofDocument(each)
                    .ifPresent(reference -> byTable.put(reference.referencedTable(), each)));
        }
        for (TableReference reference : references) {
            byTable.put(
                    naming.path(reference.referencedTable()),
                    normalised(reference).toDocument());
        }
        table.properties().put(TableReference.KEY, List.copyOf(byTable.values()));
    }

    private TableReference normalised(TableReference reference) {
        return new TableReference(
                reference.columns().stream().map(naming::path).toList(),
                naming.path(reference.referencedTable()),
                reference.referencedColumns().stream().map(naming::path).toList(),
                reference.label(),
                reference.cardinality());
    }

    private void setStrategy(WriteDisposition disposition) {
        boolean named =
                disposition instanceof WriteDisposition.Merge merge && merge.strategy() != MergeStrategy.DELETE_INSERT;
        if (named) {
            table.properties()
                    .put(
                            Hints.MERGE_STRATEGY,
                            ((WriteDisposition.Merge) disposition).strategy().label());
        } else {
            table.properties().remove(Hints.MERGE_STRATEGY);
        }
    }

    private static Optional<History> history(@Nullable WriteDisposition disposition) {
        return disposition instanceof WriteDisposition.Merge merge && merge.strategy() == MergeStrategy.SCD2
                ? Optional.of(merge.history())
                : Optional.empty();
    }

    /** The columns that the merge fills stand before all others. */
    private void keepHistory(History history, Map<String, ColumnSchema> columns) {
        if (history.boundary() == null) {
            table.properties().remove(Hints.BOUNDARY_TIMESTAMP);
        } else {
            table.properties().put(Hints.BOUNDARY_TIMESTAMP, history.boundary());
        }
        table.columnsByName().replaceAll((name, column) -> without(column, Hints.ACTIVE_RECORD_TIMESTAMP));
        Map<String, ColumnSchema> others = new LinkedHashMap<>(columns);
        columns.clear();
        for (ColumnSchema column : HistoryHints.columns(history, naming)) {
            ColumnSchema hinted = others.remove(column.name());
            columns.put(column.name(), hinted == null ? column : merged(column, hinted));
        }
        columns.putAll(others);
    }

    private Map<String, ColumnSchema> hintedColumns(
            List<ColumnSchema> given, List<String> primaryKey, List<String> mergeKey) {
        Map<String, ColumnSchema> columns = new LinkedHashMap<>();
        for (ColumnSchema column : given) {
            String name = naming.path(column.name());
            ColumnSchema named = column.named(name);
            columns.merge(name, named, (earlier, later) -> merged(later, earlier));
        }
        takeAway(primaryKey, Hints.PRIMARY_KEY, columns);
        takeAway(mergeKey, Hints.MERGE_KEY, columns);
        primaryKey.forEach(key -> addKey(columns, key, Hints.PRIMARY_KEY));
        mergeKey.forEach(key -> addKey(columns, key, Hints.MERGE_KEY));
        return columns;
    }

    /** A key that is named takes the place of columns that call themselves one. */
    private static void takeAway(List<String> key, String hint, Map<String, ColumnSchema> columns) {
        if (!key.isEmpty()) {
            columns.replaceAll((name, column) -> without(column, hint));
        }
    }

    /** A key that is named must be there unless its column says otherwise; one that is only a property may be left out. */
    private void addKey(Map<String, ColumnSchema> columns, String key, String hint) {
        String name = naming.path(key);
        ColumnSchema column = columns.getOrDefault(name, ColumnSchema.unsaid(name, null, Map.of()));
        columns.put(name, (column.nullableSaid() ? column : column.withNullable(false)).with(hint, true));
    }

    private void clearIfGivenAnew(String hint, Map<String, ColumnSchema> columns) {
        if (columns.values().stream().anyMatch(column -> column.is(hint))) {
            table.columnsByName().replaceAll((name, column) -> without(column, hint));
        }
    }

    private static ColumnSchema without(ColumnSchema column, String hint) {
        if (!column.hints().containsKey(hint)) {
            return column;
        }
        Map<String, Object> hints = new LinkedHashMap<>(column.hints());
        hints.remove(hint);
        return column.withHints(hints);
    }

    private void merge(ColumnSchema hinted) {
        ColumnSchema known = table.columnsByName().get(hinted.name());
        if (hinted.isComplete()) {
            table.declare();
        }
        if (known == null || !known.isComplete()) {
            addIfAllowed(hinted, known);
        } else {
            changeIfAllowed(hinted, known);
        }
    }

    private void addIfAllowed(ColumnSchema hinted, @Nullable ColumnSchema known) {
        ContractMode mode = hinted.isComplete() ? table.modeForNewColumn(hinted.name()) : ContractMode.EVOLVE;
        if (mode == ContractMode.FREEZE) {
            throw refused("add column '" + hinted.name() + "' to", "columns");
        }
        if (mode == ContractMode.EVOLVE) {
            ColumnSchema base = known == null ? hinted : merged(hinted, known);
            if (known != null && base.isComplete()) {
                table.columnsByName().remove(base.name());
            }
            table.columnsByName().put(base.name(), base);
        }
    }

    private void changeIfAllowed(ColumnSchema hinted, ColumnSchema known) {
        ColumnSchema merged = merged(hinted, known);
        ContractMode mode =
                sameType(merged, known) ? ContractMode.EVOLVE : table.contract().dataType();
        if (mode == ContractMode.FREEZE) {
            throw refused("change the type of column '" + hinted.name() + "' of", "data_type");
        }
        if (mode == ContractMode.EVOLVE) {
            table.columnsByName().put(merged.name(), merged);
        }
    }

    private static ColumnSchema merged(ColumnSchema hinted, ColumnSchema known) {
        Map<String, Object> hints = new LinkedHashMap<>(known.hints());
        hints.putAll(hinted.hints());
        return new ColumnSchema(
                known.name(),
                hinted.isComplete() ? hinted.dataType() : known.dataType(),
                hinted.nullableSaid() ? hinted.nullable() : known.nullable(),
                hinted.nullableSaid() || known.nullableSaid(),
                hints);
    }

    private static boolean sameType(ColumnSchema one, ColumnSchema other) {
        return one.dataType() == other.dataType()
                && PART_OF_THE_TYPE.stream()
                        .allMatch(hint -> Objects.equals(
                                one.hints().get(hint), other.hints().get(hint)));
    }

    private DataException refused(String action, String entity) {
        return new DataException(
                FailureKind.SCHEMA,
                Phase.EXTRACT,
                "Cannot " + action + " table '" + table.name() + "' as the configuration asks: its schema contract has "
                        + entity + ": freeze. Take the hint away, or set " + entity + ": evolve for one run.");
    }
}
