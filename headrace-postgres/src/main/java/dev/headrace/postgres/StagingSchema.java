package dev.headrace.postgres;

import dev.headrace.sql.SqlConnection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A schema in which tables are filled that nobody is to see before the transaction of a load moves them into its dataset. It is
 * made for one load. What a process leaves behind that was killed just before its commit is dropped by the next load of the same
 * pipeline into the same dataset, which knows it by its name.
 *
 * @param prefix of the names of all such schemas of one pipeline and dataset
 */
record StagingSchema(String dataset, String pipeline, String prefix, String name) {

    /**
     * Whether nobody could tell that tables were made elsewhere and moved: schemas may be made; tables of the dataset, which may
     * not be there yet, get no privileges by themselves; no trigger looks at statements that make tables; and nobody reads the
     * log of changes, where rows have the name that their table had when they came.
     */
    private static final String UNNOTICED = "SELECT 1 WHERE has_database_privilege(current_database(), 'CREATE')"
            + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_default_acl a"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = a.defaclnamespace WHERE n.nspname = ?)"
            + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_event_trigger WHERE evtenabled <> 'D')"
            + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_replication_slots"
            + " WHERE slot_type = 'logical' AND database = current_database())";

    /** Those of other roles are left to them. */
    private static final String LEFTOVERS = "SELECT nspname FROM pg_catalog.pg_namespace"
            + " WHERE starts_with(nspname, ?) AND pg_has_role(nspowner, 'USAGE')";

    /** A new name each time: a load that is given up may still be about to end at the server. */
    static StagingSchema of(String dataset, String pipeline) {
        String prefix = String.format(
                Locale.ROOT,
                "headrace_%016x_",
                AdvisoryLock.ofLoad(dataset, pipeline).key());
        return new StagingSchema(dataset, pipeline, prefix, prefix + UUID.randomUUID());
    }

    /** Whether tables that were moved are like those that were made where they are. */
    boolean isUnnoticed(SqlConnection connection) throws SQLException {
        return connection.any(UNNOTICED, List.of(dataset));
    }

    void make(SqlConnection connection) throws SQLException {
        connection.execute("CREATE SCHEMA " + quoted());
        connection.execute("COMMENT ON SCHEMA " + quoted() + " IS "
                + PostgresDialect.literal("Tables on their way into dataset '" + dataset + "', by pipeline '" + pipeline
                        + "' of Headrace. Its next load drops what is left here."));
    }

    /** The full name of a table in it. */
    String table(String table) {
        return quoted() + "." + PostgresDialect.quoted(table);
    }

    /** Moves a table into the dataset, with everything that belongs to it. */
    void move(SqlConnection connection, String table) throws SQLException {
        connection.execute("ALTER TABLE " + table(table) + " SET SCHEMA " + PostgresDialect.quoted(dataset));
    }

    /** Drops it, with the tables that are still there. */
    void drop(SqlConnection connection) throws SQLException {
        drop(connection, name);
    }

    /** Drops those that earlier loads have left. */
    void dropLeftovers(SqlConnection connection) throws SQLException {
        for (String leftover : connection.query(LEFTOVERS, List.of(prefix), row -> row.getString(1))) {
            drop(connection, leftover);
        }
    }

    private static void drop(SqlConnection connection, String schema) throws SQLException {
        connection.execute("DROP SCHEMA IF EXISTS " + PostgresDialect.quoted(schema) + " CASCADE");
    }

    private String quoted() {
        return PostgresDialect.quoted(name);
    }
}
