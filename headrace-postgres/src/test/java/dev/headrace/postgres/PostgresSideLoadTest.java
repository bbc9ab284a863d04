package dev.headrace.postgres;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.nested;
import static dev.headrace.testkit.destination.Tables.root;
import static dev.headrace.testkit.destination.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DestinationException;
import dev.headrace.destination.DestinationSession;
import dev.headrace.destination.TableResult;
import dev.headrace.event.RunEvent;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.LoadTerms;
import dev.headrace.load.Reset;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.sql.SideLoad.NewTable;
import dev.headrace.sql.SqlConnection;
import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.DestinationTest;
import dev.headrace.testkit.destination.PackageScript;
import dev.headrace.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** New tables that come over two connections, however few their rows are. */
final class PostgresSideLoadTest extends DestinationTest {

    private static final String LEFT = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'headrace\\_%'";
    private static final String CONNECTIONS =
            "SELECT pid FROM pg_stat_activity WHERE application_name = 'headrace' AND backend_type = 'client backend'";
    /** The one of the two that has the lock of the load. */
    private static final String MAIN = "SELECT pid FROM pg_locks WHERE locktype = 'advisory'";

    private static final TableSchema ROOT = root(
            "t",
            WriteDisposition.append(),
            bigint("id"),
            text("title").with(Hints.PRECISION, 40L),
            ColumnSchema.of("at", DataType.TIMESTAMP));
    private static final TableSchema LIST = nested(
            "t__l", "t", text("value"), ColumnSchema.of("j", DataType.JSON), ColumnSchema.of("d", DataType.DECIMAL));
    private static final TableSchema OTHER = root("u", WriteDisposition.replace(), text("v"));

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe(destination -> destination.worthwhileBytes(1));
    }

    private PostgresProbe postgres() {
        return (PostgresProbe) probe();
    }

    /** Wherever the tests' place was narrowed for others. */
    @AfterEach
    void restore() {
        postgres()
                .execute("DROP EVENT TRIGGER IF EXISTS look;"
                        + " SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots");
        PostgresServer.emptyDatabase();
        postgres()
                .execute("DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'narrow') THEN"
                        + " REVOKE ALL ON DATABASE postgres FROM narrow; DROP OWNED BY narrow; DROP ROLE narrow;"
                        + " END IF; END $$");
    }

    private PackageScript script(String id, String nestedValue) {
        return script(id)
                .rows(ROOT, row("id", 1L, "title", "a", "_dlt_id", "r1"), row("id", 2L, "_dlt_id", "r2"))
                .rows(
                        LIST,
                        row(
                                "value",
                                "x",
                                "_dlt_root_id",
                                "r1",
                                "_dlt_parent_id",
                                "r1",
                                "_dlt_list_idx",
                                0L,
                                "_dlt_id",
                                "l1"),
                        row(
                                "value",
                                nestedValue,
                                "j",
                                "[1]",
                                "_dlt_root_id",
                                "r1",
                                "_dlt_parent_id",
                                "r1",
                                "_dlt_list_idx",
                                1L,
                                "_dlt_id",
                                "l2"))
                .rows(OTHER, row("v", "z", "_dlt_id", "u1"));
    }

    private void assertLoaded() {
        assertThat(values("t", "id")).containsExactly(1L, 2L);
        assertThat(values("t__l", "value")).containsExactly("x", "y");
        assertThat(values("u", "v")).containsExactly("z");
        assertThat(texts(LEFT)).isEmpty();
    }

    private static List<String> texts(String query) {
        try (Connection connection = PostgresServer.connect(PostgresServer.USER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    private void loseConnections(String query) {
        postgres().execute("SELECT pg_terminate_backend(pid, 10000) FROM (" + query + ") lost");
    }

    /** Loads, and does something when so many tables are complete. */
    private void load(LoadPackage loadPackage, int tables, Runnable action) {
        int[] seen = {0};
        try (DestinationSession session = probe().destination().open(DATASET)) {
            session.load(loadPackage, event -> {
                if (event instanceof RunEvent.TableLoaded && ++seen[0] == tables) {
                    action.run();
                }
            });
        }
    }

    @Test
    void arriveTogether() {
        List<String> connections = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        load(script("1.1", "y").write(), 1, () -> connections.addAll(texts(CONNECTIONS)));
        postgres().execute("DROP SCHEMA ds CASCADE");
        load(
                script("1.1", "y").write(),
                3,
                () -> seen.addAll(probe().tables(DATASET).keySet()));

        assertThat(connections).hasSize(2);
        assertThat(seen).isEmpty();
        assertLoaded();
    }

    @Test
    void areTheSameAsOverOneConnection() {
        postgres()
                .execute(
                        "DROP ROLE IF EXISTS reader; CREATE ROLE reader; ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader");
        try {
            List<TableResult> two = load(script("1.1", "y"));
            String described = described();
            postgres().execute("DROP SCHEMA ds CASCADE");
            List<TableResult> one;
            try (DestinationSession session = Postgres.url(
                            PostgresServer.url(PostgresServer.USER, postgres().database()))
                    .open(DATASET)) {
                one = session.load(script("1.1", "y").write(), event -> {});
            }

            assertThat(described).isEqualTo(described()).contains("t__l", "reader=r");
            assertThat(two).usingRecursiveComparison().ignoringFields("took").isEqualTo(one);
        } finally {
            postgres().execute("DROP OWNED BY reader; DROP ROLE reader");
        }
    }

    /** What the server knows of the tables: columns, constraints, indexes, owner, privileges, types of rows, rows. */
    private static String described() {
        return String.join(
                        "\n",
                        texts(
                                "SELECT concat_ws(' ', c.relname, c.relkind, c.relpersistence, c.relacl, c.relowner::regrole,"
                                        + " c.reltablespace, c.reltype::regtype, c.relam, c.relreplident, a.attnum, a.attname,"
                                        + " format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attstorage, a.attcollation)"
                                        + " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                                        + " WHERE c.relnamespace = 'ds'::regnamespace ORDER BY c.relname, a.attnum"))
                + texts(
                        "SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint"
                                + " WHERE connamespace = 'ds'::regnamespace ORDER BY 1")
                + texts("SELECT indexdef FROM pg_indexes WHERE schemaname = 'ds' ORDER BY 1")
                + texts("SELECT t::text FROM ds.t ORDER BY 1")
                + texts("SELECT t::text FROM ds.t__l t ORDER BY 1")
                + texts("SELECT t::text FROM ds.u t ORDER BY 1");
    }

    @Test
    void areNotThereWhenOneOfThemIsRefused() {
        assertThatThrownBy(() -> load(script("1.1", "bro\0ken")))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("Cannot load into table 't__l' in PostgreSQL database")
                .hasMessageContaining("column 'value' of row 2: 'bro\\u0000ken' has a NUL character");
        assertThat(texts("SELECT nspname FROM pg_namespace WHERE nspname = 'ds'"))
                .isEmpty();
        assertThat(texts(LEFT)).isEmpty();

        load(script("1.2", "y"));
        assertLoaded();
    }

    @Test
    void areNotThereWhenTheTransactionIsRefused() {
        LoadPackage refused = script("1.1", "y")
                .rows(ROOT, row("id", 3L, "title", "far too long".repeat(9), "_dlt_id", "r3"))
                .write();
        assertThatThrownBy(() -> load(refused, DATASET))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("Cannot load into table 't' in")
                .hasMessageContaining("column 'title' of row 1");
        assertThat(texts(LEFT)).isEmpty();

        load(script("1.2", "y"));
        assertLoaded();
    }

    /** The third table is the last: by then all are in the dataset, for the transaction. */
    @ParameterizedTest
    @CsvSource({"1, all", "2, all", "3, all", "1, main", "2, main", "3, main", "1, side"})
    void areNotThereWhenConnectionsAreLost(int tables, String lost) {
        LoadPackage loadPackage = script("1.1", "y").write();
        String whose = switch (lost) {
            case "all" -> CONNECTIONS;
            case "main" -> MAIN;
            default -> CONNECTIONS + " EXCEPT " + MAIN;
        };
        assertThatThrownBy(() -> load(loadPackage, tables, () -> loseConnections(whose)))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("run again");
        assertThat(texts("SELECT nspname FROM pg_namespace WHERE nspname = 'ds'"))
                .isEmpty();
        // Only when nobody is left to clean up, and what was copied is committed already, does something stay.
        assertThat(texts(LEFT)).hasSize(lost.equals("all") && tables > 1 ? 1 : 0);

        load(loadPackage, DATASET);
        assertLoaded();
    }

    @Test
    void mayMakeTheTransactionWaitForASecondConnectionWhateverItsTimeoutIs() throws SQLException {
        List<NewTable> tables = script("1.1", "y").write().tables().stream()
                .map(load -> new NewTable(load, "(v text)"))
                .toList();
        String url = PostgresServer.url(PostgresServer.USER, postgres().database());
        try (SqlConnection transaction = new SqlConnection(PostgresServer.connect(PostgresServer.USER))) {
            transaction.jdbc().setAutoCommit(false);
            transaction.execute("SET idle_in_transaction_session_timeout = '1min'");
            List<String> timeouts = new ArrayList<>();
            PostgresSideLoad side = new PostgresSideLoad(
                    new PostgresDialect(
                            new PostgresFailures(Postgres.url(url).settings()), PostgresSideLoadTest::none, 1),
                    StagingSchema.of(DATASET, "p"),
                    () -> {
                        timeouts.addAll(timeouts(transaction));
                        return none();
                    },
                    1);
            side.begin(transaction, tables);
            assertThat(timeouts).containsExactly("0");
            assertThat(tables).noneMatch(table -> side.has(table.load().table().name()));
        }
    }

    private static List<String> timeouts(SqlConnection connection) {
        try {
            return connection.query("SHOW idle_in_transaction_session_timeout", List.of(), row -> row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SqlConnection none() {
        throw new DestinationException("there is none");
    }

    @Test
    void areLeftByNobodyWhenTheNextLoadHasNoNewOnes() {
        LoadPackage first = script("1.1", "y").write();
        assertThatThrownBy(() -> load(first, 3, () -> loseConnections(CONNECTIONS)))
                .isInstanceOf(DestinationException.class);
        try (DestinationSession session = Postgres.url(
                        PostgresServer.url(PostgresServer.USER, postgres().database()))
                .open(DATASET)) {
            session.load(first, event -> {});
        }
        assertLoaded();
    }

    @Test
    void takeThePlaceOfThoseThatAreDropped() {
        load(script("1.1", "y"));
        load(script("1.2", "y").reset(new Reset(true, List.of("t", "t__l", "u"))));
        assertLoaded();
    }

    @Test
    void areExact() {
        LoadPackage loadPackage = script("1.1", "y")
                .terms(ROOT, new LoadTerms(true))
                .terms(LIST, new LoadTerms(true))
                .write();
        assertThat(load(loadPackage, DATASET)).extracting(TableResult::rowsNow).containsExactly(2L, 2L, 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER ROLE narrow CONNECTION LIMIT 1",
                "REVOKE CREATE ON DATABASE postgres FROM narrow",
                "ALTER DEFAULT PRIVILEGES FOR ROLE narrow IN SCHEMA ds GRANT SELECT ON TABLES TO PUBLIC",
                "CREATE FUNCTION ds.look() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
                        + " CREATE EVENT TRIGGER look ON ddl_command_end EXECUTE FUNCTION ds.look()",
                "SELECT pg_create_logical_replication_slot('look', 'pgoutput')"
            })
    void comeOverOneConnectionWhereTwoCannotBeHadOrWouldBeNoticed(String narrowing) {
        postgres()
                .execute("CREATE ROLE narrow LOGIN; GRANT CREATE ON DATABASE postgres TO narrow;"
                        + " CREATE SCHEMA ds AUTHORIZATION narrow");
        postgres().execute(narrowing);
        List<String> connections = new ArrayList<>();
        try (DestinationSession session = Postgres.url(
                        PostgresServer.url("narrow", postgres().database()))
                .worthwhileBytes(1)
                .open(DATASET)) {
            session.load(script("1.1", "y").write(), event -> {
                if (event instanceof RunEvent.TableLoaded) {
                    connections.addAll(texts(CONNECTIONS));
                }
            });
        }
        assertThat(connections).hasSize(3).containsOnly(connections.get(0));
        assertLoaded();
        boolean grants = narrowing.contains("GRANT");
        assertThat(texts("SELECT relname FROM pg_class WHERE relnamespace = 'ds'::regnamespace AND relname ~ '^[tu]'"
                        + " AND has_table_privilege('public', oid, 'SELECT')"))
                .hasSize(grants ? 3 : 0);
    }
}
