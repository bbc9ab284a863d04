package dev.headrace.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One table.
 *
 * @param name the normalised name
 * @param parent the table this one is nested in; null for a root table
 * @param resource the resource that filled a root table last; null for nested tables
 * @param disposition of a root table; null for nested tables, which take their root's
 * @param contract the table's own contract; null when it takes the source's
 * @param columnsByName the columns in the order of the table
 * @param properties other properties of the schema document ({@code x-merge-strategy}, {@code x-normalizer},
 *     {@code description}, …): plain Java values, in insertion order
 */
public record TableSchema(
        String name,
        @Nullable String parent,
        @Nullable String resource,
        @Nullable WriteDisposition disposition,
        @Nullable SchemaContract contract,
        Map<String, ColumnSchema> columnsByName,
        Map<String, Object> properties) {

    public TableSchema {
        columnsByName = Collections.unmodifiableMap(new LinkedHashMap<>(columnsByName));
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** The columns in the order of the table. */
    public Collection<ColumnSchema> columns() {
        return columnsByName.values();
    }

    /** The columns that exist at a destination: those whose type is known, in the order of the table. */
    public List<ColumnSchema> completeColumns() {
        return columns().stream().filter(ColumnSchema::isComplete).toList();
    }

    public Optional<ColumnSchema> findColumn(String column) {
        return Optional.ofNullable(columnsByName.get(column));
    }

    /** The names of the columns that carry a hint, such as the primary key; in the order of the table. */
    public List<String> columnsWith(String hint) {
        return columns().stream()
                .filter(c -> c.is(hint))
                .map(ColumnSchema::name)
                .toList();
    }

    public boolean isRoot() {
        return parent == null;
    }

    /** Whether the table belongs to the layout of datasets, not to the user. */
    public boolean isSystem() {
        return name.startsWith(SystemColumns.PREFIX);
    }

    /** Whether the table has, or ever had, rows: only such tables exist at destinations. */
    public boolean hasSeenData() {
        return properties.get(Hints.NORMALIZER) instanceof Map<?, ?> remembered
                && Boolean.TRUE.equals(remembered.get(Hints.SEEN_DATA));
    }

    /** The references to other tables, in the order of the document; entries that are none are left out. */
    public List<TableReference> references() {
        return properties.get(TableReference.KEY) instanceof List<?> written
                ? written.stream()
                        .flatMap(each -> TableReference.ofDocument(each).stream())
                        .toList()
                : List.of();
    }
}
