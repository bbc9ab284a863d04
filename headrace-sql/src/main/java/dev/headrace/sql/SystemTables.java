package dev.headrace.sql;

import static dev.headrace.schema.DataType.BIGINT;
import static dev.headrace.schema.DataType.TEXT;
import static dev.headrace.schema.DataType.TIMESTAMP;

import dev.headrace.destination.StoredPipeline;
import dev.headrace.load.LoadId;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.StateRow;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.Schema;
import dev.headrace.schema.SystemColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The log of loads, the versions of schemas and the states of pipelines, in the layout of dlt. */
final class SystemTables {

    /** Tables that a package's schema lists and that are not filled from parts. */
    static final Set<String> NAMES =
            Set.of(SystemColumns.LOADS_TABLE, SystemColumns.VERSION_TABLE, SystemColumns.STATE_TABLE);

    /** Of more loads nobody has to know. */
    private static final int NEWEST = 100;

    private static final Pattern LOAD_ID = Pattern.compile("\\d+(\\.\\d+)?");

    private static final List<ColumnSchema> LOADS = List.of(
            shortText("load_id"),
            ColumnSchema.of("schema_name", TEXT),
            ColumnSchema.required("status", BIGINT),
            ColumnSchema.required("inserted_at", TIMESTAMP),
            ColumnSchema.of("schema_version_hash", TEXT));

    private static final List<ColumnSchema> VERSIONS = List.of(
            ColumnSchema.required("version", BIGINT),
            ColumnSchema.required("engine_version", BIGINT),
            ColumnSchema.required("inserted_at", TIMESTAMP),
            ColumnSchema.required("schema_name", TEXT),
            ColumnSchema.required("version_hash", TEXT),
            ColumnSchema.required("schema", TEXT));

    private static final List<ColumnSchema> STATES = List.of(
            ColumnSchema.required("version", BIGINT),
            ColumnSchema.required("engine_version", BIGINT),
            ColumnSchema.required("pipeline_name", TEXT),
            ColumnSchema.required("state", TEXT),
            ColumnSchema.required("created_at", TIMESTAMP),
            ColumnSchema.of("version_hash", TEXT),
            shortText(SystemColumns.LOAD_ID),
            ColumnSchema.required(SystemColumns.ID, TEXT));

    private static final long LOADED = 0;

    private final SqlConnection connection;
    private final Statements statements;
    private final Clock clock;

    SystemTables(SqlConnection connection, Statements statements, Clock clock) {
        this.connection = connection;
        this.statements = statements;
        this.clock = clock;
    }

    private static ColumnSchema shortText(String name) {
        return ColumnSchema.required(name, TEXT).with(Hints.PRECISION, 64L);
    }

    /** Makes the ones that are missing. */
    void create(Catalog catalog) throws SQLException {
        create(catalog, SystemColumns.VERSION_TABLE, VERSIONS);
        create(catalog, SystemColumns.LOADS_TABLE, LOADS);
        create(catalog, SystemColumns.STATE_TABLE, STATES);
    }

    private void create(Catalog catalog, String table, List<ColumnSchema> columns) throws SQLException {
        if (!catalog.has(table)) {
            connection.execute(statements.createTable(table, columns));
        }
    }

    boolean hasLoaded(Catalog catalog, LoadId id) throws SQLException {
        return catalog.has(SystemColumns.LOADS_TABLE)
                && connection.any(
                        "SELECT 1 FROM " + statements.table(SystemColumns.LOADS_TABLE)
                                + " WHERE load_id = ? AND status = " + LOADED,
                        List.of(id.value()));
    }

    /** Whether one of the loads of a schema that were committed last was begun after that one. */
    boolean hasLaterLoads(String schema, LoadId id) throws SQLException {
        List<String> newest = connection.query(
                "SELECT load_id FROM " + statements.table(SystemColumns.LOADS_TABLE)
                        + " WHERE schema_name = ? ORDER BY inserted_at DESC LIMIT " + NEWEST,
                List.of(schema),
                row -> row.getString(1));
        return newest.stream()
                .anyMatch(other -> LOAD_ID.matcher(other).matches() && new LoadId(other).compareTo(id) > 0);
    }

    /** Adds the rows that make a package known: its schema unless it is the newest one, its state, the load itself. */
    void record(LoadPackage loadPackage) throws SQLException {
        Schema schema = loadPackage.schema();
        if (!isNewest(schema)) {
            insert(
                    SystemColumns.VERSION_TABLE,
                    VERSIONS,
                    (long) schema.version(),
                    (long) Schema.ENGINE_VERSION,
                    utc(clock.instant()),
                    schema.name(),
                    schema.versionHash(),
                    schema.document());
        }
        if (loadPackage.state().isPresent()) {
            recordState(loadPackage.state().get(), loadPackage.id());
        }
        insert(
                SystemColumns.LOADS_TABLE,
                LOADS,
                loadPackage.id().value(),
                schema.name(),
                LOADED,
                utc(clock.instant()),
                schema.versionHash());
    }

    /** Forgets all versions of a schema. */
    void forgetVersions(String schema) throws SQLException {
        connection.execute(
                "DELETE FROM " + statements.table(SystemColumns.VERSION_TABLE) + " WHERE schema_name = ?",
                List.of(schema));
    }

    /** One that comes back after another must be stored again: whoever takes the schema from here takes the newest. */
    private boolean isNewest(Schema schema) throws SQLException {
        return newestVersion("version_hash", schema.name())
                .filter(schema.versionHash()::equals)
                .isPresent();
    }

    private void recordState(StateRow state, LoadId id) throws SQLException {
        insert(
                SystemColumns.STATE_TABLE,
                STATES,
                state.version(),
                state.engineVersion(),
                state.pipelineName(),
                state.state(),
                utc(state.createdAt()),
                state.versionHash(),
                id.value(),
                state.rowId());
    }

    private void insert(String table, List<ColumnSchema> columns, Object... values) throws SQLException {
        connection.execute(statements.insertValues(table, columns), Arrays.asList(values));
    }

    StoredPipeline find(Catalog catalog, String pipeline, String schema) throws SQLException {
        return new StoredPipeline(findState(catalog, pipeline), findSchema(catalog, schema));
    }

    /** The version of the newest state of a pipeline; 0 when there is none. */
    long newestState(Catalog catalog, String pipeline) throws SQLException {
        return findState(catalog, pipeline).map(StateRow::version).orElse(0L);
    }

    private Optional<StateRow> findState(Catalog catalog, String pipeline) throws SQLException {
        if (!catalog.has(SystemColumns.STATE_TABLE) || !catalog.has(SystemColumns.LOADS_TABLE)) {
            return Optional.empty();
        }
        String sql =
                "SELECT s.version, s.engine_version, s.pipeline_name, s.state, s.created_at, s.version_hash, s._dlt_id"
                        + " FROM " + statements.table(SystemColumns.STATE_TABLE) + " s JOIN "
                        + statements.table(SystemColumns.LOADS_TABLE) + " l ON l.load_id = s._dlt_load_id"
                        + " WHERE s.pipeline_name = ? AND l.status = " + LOADED + " ORDER BY l.load_id DESC LIMIT 1";
        return connection.query(sql, List.of(pipeline), SystemTables::state).stream()
                .findFirst();
    }

    private Optional<String> findSchema(Catalog catalog, String schema) throws SQLException {
        return catalog.has(SystemColumns.VERSION_TABLE) ? newestVersion("schema", schema) : Optional.empty();
    }

    private Optional<String> newestVersion(String column, String schema) throws SQLException {
        String sql = "SELECT v." + statements.dialect().quote(column) + " FROM "
                + statements.table(SystemColumns.VERSION_TABLE)
                + " v WHERE v.schema_name = ? ORDER BY v.inserted_at DESC, v.version DESC LIMIT 1";
        return connection.query(sql, List.of(schema), row -> row.getString(1)).stream()
                .findFirst();
    }

    private static StateRow state(ResultSet row) throws SQLException {
        String hash = row.getString(6);
        return new StateRow(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                hash == null ? "" : hash,
                row.getString(7));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
