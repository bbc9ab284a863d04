package dev.headrace.engine.schema;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.ContractMode;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of a {@link WorkingSchema}: columns are added at its end, none is ever removed and none changes its type by data.
 * Used by one thread.
 */
public final class WorkingTable {

    private static final String MAX_NESTING = "max_nesting";

    private final String name;
    private @Nullable WorkingTable parent;
    private final SchemaSettings settings;
    private final boolean isNew;
    private final Map<String, ColumnSchema> columns = new LinkedHashMap<>();
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private @Nullable String resource;
    private @Nullable WriteDisposition disposition;
    private @Nullable SchemaContract contract;
    private @Nullable Integer maxNesting;
    private boolean declared;
    private final Deque<Change> changes = new ArrayDeque<>();

    /** A column that was completed or added; what it was before. */
    private record Change(String column, @Nullable ColumnSchema before) {}

    private WorkingTable(String name, @Nullable WorkingTable parent, SchemaSettings settings, boolean isNew) {
        this.name = name;
        this.parent = parent;
        this.settings = settings;
        this.isNew = isNew;
    }

    static WorkingTable fresh(String name, @Nullable WorkingTable parent, SchemaSettings settings) {
        return new WorkingTable(name, parent, settings, true);
    }

    static WorkingTable stored(TableSchema schema, @Nullable WorkingTable parent, SchemaSettings settings) {
        boolean onlyDeclared = schema.completeColumns().isEmpty();
        WorkingTable table = new WorkingTable(schema.name(), parent, settings, onlyDeclared);
        table.columns.putAll(schema.columnsByName());
        table.properties.putAll(schema.properties());
        table.resource = schema.resource();
        table.disposition = schema.disposition();
        table.contract = schema.contract();
        table.maxNesting = table.rememberedNesting();
        return table;
    }

    /** The normalised name. */
    public String name() {
        return name;
    }

    /** The table this one is nested in; null for a root table. */
    public @Nullable WorkingTable parent() {
        return parent;
    }

    /** Whether the table came into being in this run: its first data may bring any column. */
    public boolean isNew() {
        return isNew;
    }

    /** Whether a configuration gives at least one column of this table with its type. */
    public boolean isDeclared() {
        return declared;
    }

    /** The column of that normalised name, complete or not. */
    public Optional<ColumnSchema> findColumn(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    /** How many columns there are, complete or not. */
    public int columnCount() {
        return columns.size();
    }

    /** All columns in the order of the table; a view. */
    public Iterable<ColumnSchema> columns() {
        return columns.values();
    }

    /** How rows of this table reach those that are there: the table's own way, else that of the nearest table above. */
    public WriteDisposition disposition() {
        if (disposition != null) {
            return disposition;
        }
        return parent == null ? WriteDisposition.append() : parent.disposition();
    }

    /** The contract in force: the table's own, else that of the nearest table above, else that of the source. */
    public SchemaContract contract() {
        if (contract != null) {
            return contract;
        }
        return parent == null ? settings.contractOrDefault() : parent.contract();
    }

    /** What happens when data brings a column that the table does not have. */
    public ContractMode modeForNewColumn(String column) {
        boolean free = isNew || column.startsWith(SystemColumns.PREFIX);
        return free ? ContractMode.EVOLVE : contract().columns();
    }

    /** How many levels of lists and objects below a root row are taken apart. */
    public int maxNesting() {
        if (parent != null) {
            return parent.maxNesting();
        }
        return maxNesting == null ? settings.maxTableNestingOrDefault() : maxNesting;
    }

    /**
     * Makes a column complete, with the type that data gave it; from then on it stands behind all complete ones.
     *
     * @return the column with the hints it had or gets by its name
     */
    public ColumnSchema complete(String column, DataType type) {
        ColumnSchema known = columns.remove(column);
        ColumnSchema complete = known == null
                ? DefaultHints.apply(ColumnSchema.of(column, type))
                : known.withType(type).withNullable(known.nullable());
        columns.put(column, complete);
        changes.push(new Change(column, known));
        return complete;
    }

    /** Adds the column for values that do not fit {@code column}; it must not be there yet. */
    public ColumnSchema addVariant(String variant, DataType type) {
        ColumnSchema column = ColumnSchema.of(variant, type).with(Hints.VARIANT, true);
        columns.put(variant, column);
        changes.push(new Change(variant, null));
        return column;
    }

    /** Whether a null in that column, known or not, is an error. */
    public boolean requires(String column) {
        ColumnSchema known = columns.get(column);
        return known == null ? DefaultHints.requires(column) : !known.nullable();
    }

    void mark() {
        changes.clear();
    }

    /** Takes back what data has done to columns since they were marked. */
    void takeBack() {
        changes.forEach(change -> {
            columns.remove(change.column());
            if (change.before() != null) {
                columns.put(change.column(), change.before());
            }
        });
        changes.clear();
    }

    /** The columns that each record must fill: neither the layout nor a merge does. In the order of the table. */
    public List<String> requiredColumns() {
        return columns.values().stream()
                .filter(column -> !column.nullable() && !column.name().startsWith(SystemColumns.PREFIX))
                .filter(column -> !column.is(Hints.VALID_FROM) && !column.is(Hints.VALID_TO))
                .map(ColumnSchema::name)
                .toList();
    }

    /** Remembers that the table has rows: only such tables exist at destinations. */
    public void markSeen() {
        remember(Hints.SEEN_DATA, true);
    }

    private void remember(String key, Object value) {
        Map<String, Object> remembered = new LinkedHashMap<>();
        if (properties.get(Hints.NORMALIZER) instanceof Map<?, ?> known) {
            known.forEach((name, old) -> remembered.put(String.valueOf(name), old));
        }
        remembered.put(key, value);
        properties.put(Hints.NORMALIZER, remembered);
    }

    private @Nullable Integer rememberedNesting() {
        return properties.get(Hints.NORMALIZER) instanceof Map<?, ?> remembered
                        && remembered.get(MAX_NESTING) instanceof Number levels
                ? levels.intValue()
                : null;
    }

    /** Whether the table has, or ever had, rows. */
    public boolean hasSeenData() {
        return properties.get(Hints.NORMALIZER) instanceof Map<?, ?> remembered
                && Boolean.TRUE.equals(remembered.get(Hints.SEEN_DATA));
    }

    /** Takes over the columns, and whether there are rows, from the same table as data left it. */
    void grow(TableSchema grown) {
        columns.clear();
        columns.putAll(grown.columnsByName());
        if (grown.hasSeenData()) {
            markSeen();
        }
    }

    /** The table as it is now. */
    public TableSchema toSchema() {
        return new TableSchema(
                name, parent == null ? null : parent.name, resource, disposition, contract, columns, properties);
    }

    Map<String, ColumnSchema> columnsByName() {
        return columns;
    }

    Map<String, Object> properties() {
        return properties;
    }

    void define(String resourceName, WriteDisposition value, @Nullable SchemaContract own, @Nullable Integer nesting) {
        resource = resourceName;
        disposition = value;
        contract = own == null ? contract : own;
        if (nesting != null) {
            maxNesting = nesting;
            remember(MAX_NESTING, (long) nesting);
        }
    }

    /** Sets what hints say about a nested table; null: what is known stays. */
    void defineNested(@Nullable WriteDisposition value, @Nullable SchemaContract own) {
        disposition = value == null ? disposition : value;
        contract = own == null ? contract : own;
    }

    /** Takes the table out of the one above it. */
    void standAlone(String resourceName, WriteDisposition otherwise) {
        parent = null;
        resource = resourceName;
        disposition = disposition == null ? otherwise : disposition;
    }

    void nestIn(WorkingTable above) {
        parent = above;
        resource = null;
    }

    void declare() {
        declared = true;
    }
}
