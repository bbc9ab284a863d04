package dev.headrace.sql;

import dev.headrace.load.PartFile;
import dev.headrace.schema.ColumnSchema;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The statements that all databases share, in one dialect, for one dataset. */
final class Statements {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private final Dialect dialect;
    private final String dataset;

    Statements(Dialect dialect, String dataset) {
        this.dialect = dialect;
        this.dataset = dataset;
    }

    Dialect dialect() {
        return dialect;
    }

    String table(String name) {
        return dialect.table(dataset, name);
    }

    String createDataset() {
        return dialect.createDataset(dataset);
    }

    String createTable(String name, List<ColumnSchema> columns) {
        return createTable(name, columns, Map.of());
    }

    /** The same for a table whose first rows are these: it is stored as suits them. */
    String createTable(SqlConnection connection, String name, List<ColumnSchema> columns, List<PartFile> parts)
            throws SQLException {
        return createTable(name, columns, dialect.columnStorage(connection, columns, parts));
    }

    private String createTable(String name, List<ColumnSchema> columns, Map<String, String> storage) {
        return "CREATE TABLE IF NOT EXISTS " + table(name) + " " + definition(columns, storage);
    }

    /** What follows the name of a table in the statement that makes it. */
    String definition(List<ColumnSchema> columns) {
        return definition(columns, Map.of());
    }

    private String definition(List<ColumnSchema> columns, Map<String, String> storage) {
        return columns.stream()
                .map(column -> definition(column, storage.getOrDefault(column.name(), "")))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String definition(ColumnSchema column, String storage) {
        return columnWithType(column)
                + (storage.isEmpty() ? "" : " " + storage)
                + (column.nullable() ? "" : " NOT NULL");
    }

    /** Always nullable: the rows that are there have no value for it. */
    String addColumn(String name, ColumnSchema column) {
        return "ALTER TABLE " + table(name) + " ADD COLUMN " + columnWithType(column);
    }

    private String columnWithType(ColumnSchema column) {
        return dialect.quote(column.name()) + " " + dialect.columnType(column);
    }

    String insertValues(String name, List<ColumnSchema> columns) {
        return "INSERT INTO " + table(name) + " " + names(columns) + " VALUES "
                + columns.stream().map(c -> "?").collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * Inserts staged rows, under the alias {@code s}.
     *
     * @param values expressions by column, in place of what the rows have there
     */
    String insertSelect(String name, StagedRows rows, String condition, Map<String, String> values) {
        Map<String, String> selected = new LinkedHashMap<>();
        rows.columns().forEach(column -> selected.put(column, column("s", column)));
        selected.putAll(values);
        return "INSERT INTO " + table(name) + " (" + list(selected.keySet(), dialect::quote) + ") SELECT "
                + String.join(", ", selected.values()) + " FROM " + rows.relation() + " s"
                + (condition.isEmpty() ? "" : " WHERE " + condition);
    }

    /** Inserts all staged rows. */
    String insertSelect(String name, StagedRows rows) {
        return insertSelect(name, rows, "", Map.of());
    }

    /** An empty temporary table with columns of another one, which are written as they stand in statements. */
    String temporaryLike(String temporary, String name, String columns) {
        return "CREATE TEMPORARY TABLE " + dialect.quote(temporary) + " AS SELECT " + columns + " FROM " + table(name)
                + " LIMIT 0";
    }

    /** See {@link Dialect#replacesInPlace}. */
    boolean replacesInPlace(SqlConnection connection, String name, List<String> key) throws SQLException {
        return dialect.replacesInPlace(connection, dataset, name, key);
    }

    /** See {@link Dialect#estimatedRows}. */
    OptionalLong estimatedRows(SqlConnection connection, String name) throws SQLException {
        return dialect.estimatedRows(connection, dataset, name);
    }

    String dropTable(String name) {
        return "DROP TABLE " + table(name);
    }

    String deleteAll(String name) {
        return "DELETE FROM " + table(name);
    }

    /** Deletes rows of a table with the alias {@code d}. */
    String deleteWhere(String name, String condition) {
        return "DELETE FROM " + table(name) + " AS d WHERE " + condition;
    }

    /** Sets one column in all rows of a table with the alias {@code d}; a condition may follow. */
    String update(String name, String column, String value) {
        return "UPDATE " + table(name) + " AS d SET " + dialect.quote(column) + " = " + value;
    }

    /** A moment as it stands in statements. */
    static String literal(Instant moment) {
        return "CAST('" + TIMESTAMP.format(moment) + "+00:00' AS TIMESTAMP WITH TIME ZONE)";
    }

    String count(String name) {
        return countAll(table(name));
    }

    /** @param relation as it stands behind {@code FROM} */
    String countAll(String relation) {
        return "SELECT count(*) FROM " + relation;
    }

    String column(String alias, String column) {
        return alias + "." + dialect.quote(column);
    }

    /** Equality of columns under two aliases; never true where one of them is null. */
    String equal(String left, String right, List<String> columns) {
        return columns.stream()
                .map(column -> column(left, column) + " = " + column(right, column))
                .collect(Collectors.joining(" AND "));
    }

    static String list(Collection<String> names, UnaryOperator<String> form) {
        return names.stream().map(form).collect(Collectors.joining(", "));
    }

    private String names(List<ColumnSchema> columns) {
        return columns.stream().map(c -> dialect.quote(c.name())).collect(Collectors.joining(", ", "(", ")"));
    }
}
