package dev.headrace.engine.schema;

import dev.headrace.engine.naming.Naming;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.Resource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The schema of one extraction: begins with what was known before, takes the hints of the resources, and grows with the
 * data. Used by one thread.
 */
public final class WorkingSchema {

    private final SchemaSettings settings;
    private final Map<String, WorkingTable> tables = new LinkedHashMap<>();

    /** The first resource of this extraction by its root table. */
    private final Map<String, Resource> firsts = new LinkedHashMap<>();

    private int tablesThen;

    private WorkingSchema(SchemaSettings settings) {
        this.settings = settings;
    }

    /** A schema without tables. */
    public static WorkingSchema empty(SchemaSettings settings) {
        return new WorkingSchema(settings);
    }

    /** Continues a stored schema. A nested table may stand before its parent; one whose parent is missing becomes a root. */
    public static WorkingSchema of(Collection<TableSchema> stored, SchemaSettings settings) {
        WorkingSchema schema = new WorkingSchema(settings);
        Map<String, TableSchema> byName = new LinkedHashMap<>();
        stored.forEach(table -> byName.put(table.name(), table));
        byName.values().forEach(table -> schema.restore(table, byName));
        return schema;
    }

    private WorkingTable restore(TableSchema stored, Map<String, TableSchema> byName) {
        WorkingTable known = tables.get(stored.name());
        if (known != null) {
            return known;
        }
        TableSchema parent = stored.parent() == null ? null : byName.get(stored.parent());
        WorkingTable restored = WorkingTable.stored(stored, parent == null ? null : restore(parent, byName), settings);
        tables.put(stored.name(), restored);
        return restored;
    }

    /** How names are made. */
    public Naming naming() {
        return settings.naming();
    }

    /** How many columns a table may come to have. */
    public int maxColumns() {
        return settings.maxColumns();
    }

    /** How many tables there are. */
    public int size() {
        return tables.size();
    }

    /** The table of that normalised name. */
    public Optional<WorkingTable> findTable(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /**
     * The root table of a resource, with the resource's hints merged into what was known. Of several resources that fill
     * one table the first is the one that the table belongs to, and where their hints differ its hints count.
     *
     * @throws dev.headrace.DataException of kind {@code SCHEMA} when the table's contract forbids what the hints ask
     */
    public WorkingTable rootTable(Resource resource) {
        String given = resource.hints().tableName();
        String name = naming().path(given == null ? resource.name() : given);
        WorkingTable table = tables.computeIfAbsent(name, missing -> WorkingTable.fresh(missing, null, settings));
        Resource first = firsts.computeIfAbsent(name, missing -> resource);
        apply(resource, table);
        if (first != resource) {
            apply(first, table);
        }
        return table;
    }

    private void apply(Resource resource, WorkingTable table) {
        new HintMerge(table, naming()).apply(resource);
        new NestedHintMerge(this, table, resource).apply();
    }

    /** Tables of their own that rows of {@code root} or of tables below it may lead to, told by their names. */
    public List<WorkingTable> rootsNamedBelow(WorkingTable root) {
        String prefix = root.name() + naming().separator();
        return tables.values().stream()
                .filter(table -> table.parent() == null && table.name().startsWith(prefix))
                .toList();
    }

    /**
     * The table for the rows of a list; comes into being if there is none. The one of that name that is there already may
     * be a root table or nested elsewhere: it is taken as it is.
     *
     * @param name the normalised name
     */
    public WorkingTable nestedTable(WorkingTable parent, String name) {
        return tables.computeIfAbsent(name, missing -> WorkingTable.fresh(missing, parent, settings));
    }

    /** From here on, what data does to the schema can be taken back. */
    public void mark() {
        tablesThen = tables.size();
        tables.values().forEach(WorkingTable::mark);
    }

    /** Takes back what data has done since the {@linkplain #mark() mark}. */
    public void takeBack() {
        List<String> added = tables.keySet().stream().skip(tablesThen).toList();
        added.forEach(tables::remove);
        tables.values().forEach(WorkingTable::takeBack);
    }

    /** Whether rows nested below {@code root} carry its row id, so that they can be found without a join. */
    public boolean propagatesRootKey(WorkingTable root) {
        if (root.name().startsWith(SystemColumns.PREFIX)) {
            return false;
        }
        return wantsRootKey(root)
                || tables.values().stream().anyMatch(table -> isBelow(table, root) && hasRootKey(table));
    }

    /** Names of the root tables whose nested rows carry their id, or would if there were any. */
    public Set<String> rootsWithKeys() {
        return tables.values().stream()
                .filter(table -> table.parent() == null && propagatesRootKey(table))
                .map(WorkingTable::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean wantsRootKey(WorkingTable root) {
        Boolean setting = settings.rootKey();
        boolean merges =
                root.disposition() instanceof WriteDisposition.Merge merge && merge.strategy() != MergeStrategy.SCD2;
        return setting == null ? merges : setting;
    }

    private static boolean isBelow(WorkingTable table, WorkingTable root) {
        WorkingTable above = table.parent();
        while (above != null && !Objects.equals(above.name(), root.name())) {
            above = above.parent();
        }
        return above != null;
    }

    private static boolean hasRootKey(WorkingTable table) {
        return table.columnsByName().values().stream().anyMatch(column -> column.is(Hints.ROOT_KEY));
    }

    /**
     * Takes over what data brought to another schema of the same beginning, to which the hints of the same resources were
     * applied as they were to this one. Tables that are not there come into being.
     *
     * @param grown the tables of the other one, in the order in which they came into being
     */
    public void grow(Map<String, TableSchema> grown) {
        grown.values().forEach(table -> grown(table, grown).grow(table));
    }

    private WorkingTable grown(TableSchema table, Map<String, TableSchema> grown) {
        WorkingTable known = tables.get(table.name());
        if (known != null) {
            return known;
        }
        TableSchema parent = table.parent() == null ? null : grown.get(table.parent());
        WorkingTable made = WorkingTable.fresh(table.name(), parent == null ? null : grown(parent, grown), settings);
        tables.put(table.name(), made);
        return made;
    }

    /** The tables as they are now, in the order in which they came into being. */
    public Map<String, TableSchema> freeze() {
        Map<String, TableSchema> frozen = new LinkedHashMap<>();
        tables.forEach((name, table) -> frozen.put(name, table.toSchema()));
        return frozen;
    }
}
