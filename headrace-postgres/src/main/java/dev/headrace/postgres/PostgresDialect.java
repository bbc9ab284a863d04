package dev.headrace.postgres;

import dev.headrace.DestinationException;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import dev.headrace.sql.Dialect;
import dev.headrace.sql.SideLoad;
import dev.headrace.sql.SqlConnection;
import dev.headrace.sql.StagedRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** PostgreSQL's SQL. Rows come by binary COPY: straight into their table, or into a temporary one of the transaction. */
final class PostgresDialect implements Dialect {

    private static final Set<String> IDS = Set.of(SystemColumns.ID, SystemColumns.PARENT_ID, SystemColumns.ROOT_ID);

    /** Tables up to this size are counted in a moment. */
    private static final long SMALL_TABLE_BYTES = 128L << 20;

    /** As the server's planner does it: the rows per page that it found last, times the pages that there are. */
    private static final String ESTIMATE =
            "SELECT (c.reltuples::float8 / c.relpages * (pg_relation_size(c.oid) / current_setting('block_size')::int))::bigint"
                    + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = ? AND c.relname = ? AND c.relkind = 'r' AND c.reltuples > 0 AND c.relpages > 0"
                    + " AND pg_relation_size(c.oid) > ?";

    /** The first version of the server that hands over what an update has replaced. */
    private static final int RETURNS_OLD = 180_000;

    /** An index that says at once when a key comes twice, over as many columns as the key has, and no others. */
    private static final String UNIQUE_INDEX = "SELECT 1 FROM pg_catalog.pg_index i"
            + " JOIN pg_catalog.pg_class c ON c.oid = i.indrelid AND c.relkind = 'r'"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE current_setting('server_version_num')::int >= ? AND n.nspname = ? AND c.relname = ?"
            + " AND i.indisunique AND i.indimmediate AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL"
            + " AND i.indnkeyatts = ? AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a"
            + " WHERE a.attrelid = c.oid AND a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1])"
            + " AND a.attname NOT IN (%s))";

    private final PostgresFailures failures;
    private final Supplier<SqlConnection> connecting;
    private final long worthwhileBytes;

    /**
     * @param connecting makes further connections
     * @param worthwhileBytes as much as makes a further connection worth its while
     */
    PostgresDialect(PostgresFailures failures, Supplier<SqlConnection> connecting, long worthwhileBytes) {
        this.failures = failures;
        this.connecting = connecting;
        this.worthwhileBytes = worthwhileBytes;
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public String quote(String identifier) {
        return quoted(identifier);
    }

    @Override
    public String table(String dataset, String table) {
        return quoted(dataset) + "." + quoted(table);
    }

    @Override
    public String temporaryTable(String name) {
        return "pg_temp." + quoted(name);
    }

    /** Whoever may not make schemas may not say {@code IF NOT EXISTS} of one that is there, either. */
    @Override
    public String createDataset(String dataset) {
        return "DO $headrace$ BEGIN IF NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = "
                + literal(dataset) + ") THEN CREATE SCHEMA " + quoted(dataset) + "; END IF; END $headrace$";
    }

    @Override
    public String columnType(ColumnSchema column) {
        return PostgresTypes.of(column);
    }

    @Override
    public Comparator<String> identifierOrder() {
        return Comparator.naturalOrder();
    }

    @Override
    public boolean insertsWhatIsDeleted() {
        return true;
    }

    @Override
    public boolean replacesInPlace(SqlConnection connection, String dataset, String table, List<String> key)
            throws SQLException {
        List<Object> values = new ArrayList<>(List.of(RETURNS_OLD, dataset, table, key.size()));
        values.addAll(key);
        return connection.any(UNIQUE_INDEX.formatted(String.join(", ", Collections.nCopies(key.size(), "?"))), values);
    }

    @Override
    public OptionalLong estimatedRows(SqlConnection connection, String dataset, String table) throws SQLException {
        return connection.query(ESTIMATE, List.of(dataset, table, SMALL_TABLE_BYTES), row -> row.getLong(1)).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public String columnsQuery() {
        return "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_catalog.pg_namespace n"
                + " JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')"
                + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
                + " WHERE n.nspname = ?";
    }

    @Override
    public OptionalLong insertDirectly(SqlConnection connection, String table, TableLoad load) throws SQLException {
        CopyTarget target = CopyTarget.of(connection, table, load.table(), Optional.empty());
        if (!load.parts().stream().allMatch(part -> target.takes(part.columns()))) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(new PartCopy(connection, target).copy(load.parts()));
    }

    /** The temporary table has the name of the table, which is as long as a name may be, and unique in a package. */
    @Override
    public StagedRows stage(SqlConnection connection, TableLoad load) throws SQLException {
        Set<String> columns = new LinkedHashSet<>();
        load.parts().forEach(part -> columns.addAll(part.columns()));
        String position = unusedName(columns);
        String stage = temporaryTable(load.table().name());
        boolean hasOrigin = load.hasOrigin();
        String origin = hasOrigin ? ", " + quoted(PartFile.ORIGIN) + " bigint" : "";
        connection.execute(columns.stream()
                .map(column -> quoted(column) + " "
                        + PostgresTypes.of(load.table().findColumn(column).orElseThrow()))
                .collect(Collectors.joining(
                        ", ",
                        "CREATE TEMPORARY TABLE " + stage + " (",
                        origin + ", " + quoted(position) + " bigint) ON COMMIT DROP")));
        CopyTarget target = CopyTarget.of(connection, stage, load.table(), Optional.of(position));
        new PartCopy(connection, target).copy(load.parts());
        connection.execute("ANALYZE " + stage + compared(load.table(), columns));
        return new StagedRows(stage, List.copyOf(columns), List.of(quoted(position)), hasOrigin);
    }

    private static String unusedName(Set<String> columns) {
        String name = "headrace_position";
        while (columns.contains(name)) {
            name += "_";
        }
        return name;
    }

    /** The columns by which rows are found; without statistics of them the server would not know how many there are. */
    private static String compared(TableSchema table, Set<String> columns) {
        return columns.stream()
                .filter(column -> IDS.contains(column)
                        || table.findColumn(column)
                                .filter(known -> known.is(Hints.PRIMARY_KEY) || known.is(Hints.MERGE_KEY))
                                .isPresent())
                .map(PostgresDialect::quoted)
                .collect(Collectors.joining(", ", " (", ")"));
    }

    @Override
    public SideLoad sideLoad(String dataset, String pipeline) {
        return new PostgresSideLoad(this, StagingSchema.of(dataset, pipeline), connecting, worthwhileBytes);
    }

    @Override
    public void begin(SqlConnection connection, String dataset, LoadPackage loadPackage) throws SQLException {
        AdvisoryLock.ofLoad(dataset, loadPackage.pipeline()).takeForTransaction(connection);
    }

    @Override
    public void afterCommit(SqlConnection connection) {
        // The server keeps its files tidy by itself.
    }

    @Override
    public DestinationException failure(String doing, SQLException cause) {
        return failures.explain(doing, cause);
    }
}
