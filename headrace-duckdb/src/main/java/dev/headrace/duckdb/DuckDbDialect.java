package dev.headrace.duckdb;

import dev.headrace.DestinationException;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.sql.Dialect;
import dev.headrace.sql.SqlConnection;
import dev.headrace.sql.StagedRows;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** DuckDB's SQL. Rows are read straight from the Parquet files of the package. */
final class DuckDbDialect implements Dialect {

    /** Columns that {@code read_parquet} offers unless the file has some of the same name. */
    private static final List<String> POSITION = List.of("file_index", "file_row_number");

    private static final String STAGE = "headrace_stage";
    private static final String STAGE_POSITION = "headrace_position";

    /** Where there are fewer bytes to look at, waking other threads takes longer than they save. */
    private static final long SMALL = 4L << 20;

    private final Path file;
    private final int threads;
    private final TextStorage storage;

    DuckDbDialect(DuckDbSettings settings, TextStorage storage) {
        this.file = settings.file();
        this.threads = settings.threads();
        this.storage = storage;
    }

    /** A text literal. */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public String table(String dataset, String table) {
        return DatabaseFile.ALIAS + "." + quote(dataset) + "." + quote(table);
    }

    @Override
    public String temporaryTable(String name) {
        return "temp.main." + quote(name);
    }

    @Override
    public String createDataset(String dataset) {
        return "CREATE SCHEMA IF NOT EXISTS " + DatabaseFile.ALIAS + "." + quote(dataset);
    }

    @Override
    public String columnType(ColumnSchema column) {
        return DuckDbTypes.of(column);
    }

    @Override
    public Map<String, String> columnStorage(SqlConnection connection, List<ColumnSchema> columns, List<PartFile> parts)
            throws SQLException {
        return storage.of(connection, columns, parts);
    }

    @Override
    public Comparator<String> identifierOrder() {
        return String.CASE_INSENSITIVE_ORDER;
    }

    @Override
    public Optional<String> rowAddress() {
        return Optional.of("rowid");
    }

    /** To list columns, DuckDB reads the definitions of all its own views first. */
    @Override
    public Optional<String> datasetQuery() {
        return Optional.of("SELECT 1 FROM duckdb_schemas() WHERE database_name = " + text(DatabaseFile.ALIAS)
                + " AND schema_name = ?");
    }

    @Override
    public String columnsQuery() {
        return "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE database_name = "
                + text(DatabaseFile.ALIAS) + " AND schema_name = ?";
    }

    @Override
    public StagedRows stage(SqlConnection connection, TableLoad load) throws SQLException {
        Set<String> columns = new LinkedHashSet<>();
        load.parts().forEach(part -> columns.addAll(part.columns()));
        String relation = relation(load.parts());
        boolean hidden = columns.stream().anyMatch(column -> POSITION.stream().anyMatch(column::equalsIgnoreCase));
        return hidden
                ? numbered(connection, load, relation, List.copyOf(columns))
                : new StagedRows(relation, List.copyOf(columns), POSITION, load.hasOrigin());
    }

    private static String relation(List<PartFile> parts) {
        return "read_parquet(" + files(parts) + ", union_by_name = true)";
    }

    /** The files as an argument of functions that read them. */
    static String files(List<PartFile> parts) {
        return parts.stream()
                .map(part -> text(escapePattern(part.file().toAbsolutePath().toString())))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Names of files are patterns to {@code read_parquet}. */
    private static String escapePattern(String path) {
        return path.replaceAll("[\\[*?]", "[$0]");
    }

    /** Files with columns named like the position's are copied, in order, and numbered. */
    private StagedRows numbered(SqlConnection connection, TableLoad load, String relation, List<String> columns)
            throws SQLException {
        String stage = STAGE + "_" + load.table().name();
        List<String> copied = new ArrayList<>(columns);
        if (load.hasOrigin()) {
            copied.add(PartFile.ORIGIN);
        }
        connection.execute("SET preserve_insertion_order = true");
        try {
            connection.execute("CREATE OR REPLACE TEMPORARY TABLE " + quote(stage) + " AS SELECT "
                    + copied.stream().map(this::quote).collect(Collectors.joining(", "))
                    + ", row_number() OVER () AS " + STAGE_POSITION + " FROM " + relation);
        } finally {
            connection.execute("SET preserve_insertion_order = false");
        }
        return new StagedRows(temporaryTable(stage), columns, List.of(STAGE_POSITION), load.hasOrigin());
    }

    @Override
    public void begin(SqlConnection connection, String dataset, LoadPackage loadPackage) throws SQLException {
        long bytes = RowGroups.bytes(loadPackage);
        long before = file.toFile().length(); // of tables that the package may be merged into
        if (threads > EmptyDatabase.THREADS && bytes + before > SMALL) {
            connection.execute("SET threads = " + threads);
        }
        boolean joinLater = RowGroups.joinLater(loadPackage, before);
        connection.execute(joinLater ? "SET max_vacuum_tasks = 0" : "RESET max_vacuum_tasks");
    }

    @Override
    public void afterCommit(SqlConnection connection) throws SQLException {
        connection.execute("CHECKPOINT " + DatabaseFile.ALIAS);
    }

    @Override
    public DestinationException failure(String doing, SQLException cause) {
        return DuckDbFailures.explain(doing + " in DuckDB database " + file, file, cause);
    }
}
