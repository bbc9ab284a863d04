package dev.headrace.postgres;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.root;
import static dev.headrace.testkit.destination.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.DestinationException;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.DestinationTest;
import dev.headrace.testkit.destination.PackageScript;
import dev.headrace.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What another session makes while a load is about to make it. */
final class PostgresRaceTest extends DestinationTest {

    private static final TableSchema EVENTS = root("events", WriteDisposition.append(), bigint("id"), text("title"));

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }

    @Test
    void aDatasetIsThereForTheNextAttempt() {
        assertLoadsAtTheNextAttempt("CREATE SCHEMA ds");
    }

    @Test
    void aTableIsThereForTheNextAttempt() {
        load(script("1.1").rows(root("other", WriteDisposition.append(), bigint("id"))));

        assertLoadsAtTheNextAttempt("CREATE TABLE ds.events (id BIGINT)");
    }

    @Test
    void aColumnIsThereForTheNextAttempt() {
        load(script("1.1").rows(root("events", WriteDisposition.append(), bigint("id"))));

        assertLoadsAtTheNextAttempt("ALTER TABLE ds.events ADD COLUMN title TEXT");
    }

    private void assertLoadsAtTheNextAttempt(String made) {
        probe();
        assertThat(failureBeside(made))
                .hasMessageContaining("Another session has just made it; run again.")
                .extracting(DestinationException::reason)
                .isEqualTo(DestinationException.Reason.CIRCUMSTANCES);
        load(events(2));

        assertThat(values("events", "title")).containsExactly("a");
    }

    private PackageScript events(int attempt) {
        return script("2." + attempt).rows(EVENTS, row("id", 1L, "title", "a", "_dlt_id", "r"));
    }

    /** What a load fails with that waits for another session, which commits what it has made then. */
    private DestinationException failureBeside(String made) {
        PostgresProbe postgres = (PostgresProbe) probe();
        try (Connection other = PostgresServer.connect(postgres.database());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(made);
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> load(events(1)));
            while (!load.isDone() && !isWaited(statement)) {
                Thread.onSpinWait();
            }
            other.commit();
            load.join();
            throw new AssertionError("the load did not fail");
        } catch (SQLException e) {
            throw new AssertionError(e);
        } catch (CompletionException e) {
            return (DestinationException) Objects.requireNonNull(e.getCause());
        }
    }

    private static boolean isWaited(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
            row.next();
            return row.getLong(1) > 0;
        }
    }
}
