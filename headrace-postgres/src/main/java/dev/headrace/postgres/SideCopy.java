package dev.headrace.postgres;

import dev.headrace.DestinationException;
import dev.headrace.sql.SideLoad.Filled;
import dev.headrace.sql.SideLoad.NewTable;
import dev.headrace.sql.SqlConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes and fills tables of a staging schema over a connection of its own, in one transaction and in the background. Until somebody
 * wants the tables nothing is committed: whatever ends before leaves nothing behind.
 */
final class SideCopy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SideCopy.class);

    private final SqlConnection connection;
    private final PostgresDialect dialect;
    private final StagingSchema staging;
    private final List<NewTable> tables;
    private final FutureTask<Map<String, Filled>> copying = new FutureTask<>(this::copyAll);
    private final Thread thread = new Thread(copying, "headrace-copy");
    private boolean committed;

    private SideCopy(SqlConnection connection, PostgresDialect dialect, StagingSchema staging, List<NewTable> tables) {
        this.connection = connection;
        this.dialect = dialect;
        this.staging = staging;
        this.tables = List.copyOf(tables);
        thread.setDaemon(true);
    }

    /**
     * Makes the tables and begins to fill them.
     *
     * @param connection used by nobody else; closed when this fails
     * @throws SQLException when the tables cannot be made
     */
    static SideCopy start(
            SqlConnection connection, PostgresDialect dialect, StagingSchema staging, List<NewTable> tables)
            throws SQLException {
        SideCopy copy = new SideCopy(connection, dialect, staging, tables);
        boolean started = false;
        try {
            copy.makeTables();
            copy.thread.start();
            started = true;
            return copy;
        } finally {
            if (!started) {
                connection.close();
            }
        }
    }

    /** One connection may have to wait for the other as long as that takes. */
    static void allowIdling(SqlConnection connection) throws SQLException {
        connection.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
    }

    private void makeTables() throws SQLException {
        connection.jdbc().setAutoCommit(false);
        allowIdling(connection);
        staging.make(connection);
        for (NewTable table : tables) {
            connection.execute("CREATE TABLE " + staging.table(name(table)) + " " + table.definition());
        }
    }

    private static String name(NewTable table) {
        return table.load().table().name();
    }

    private Map<String, Filled> copyAll() {
        Map<String, Filled> filled = new HashMap<>();
        for (NewTable table : tables) {
            try {
                filled.put(name(table), copy(table));
            } catch (SQLException e) {
                throw failure(table, e);
            }
        }
        return filled;
    }

    private DestinationException failure(NewTable table, SQLException cause) {
        return dialect.failure("load into table '" + name(table) + "'", cause);
    }

    private Filled copy(NewTable table) throws SQLException {
        long start = System.nanoTime();
        long rows = dialect.insertDirectly(connection, staging.table(name(table)), table.load())
                .orElseThrow(() -> new IllegalStateException(name(table) + " does not take its own rows"));
        return new Filled(rows, Duration.ofNanos(System.nanoTime() - start));
    }

    /**
     * Waits for all rows, and lets other transactions see them in the staging schema.
     *
     * @throws DestinationException when a table could not be filled
     */
    Filled commit(String table) throws SQLException {
        Map<String, Filled> filled = await();
        if (!committed) {
            connection.jdbc().commit();
            committed = true;
        }
        return Objects.requireNonNull(filled.get(table));
    }

    private Map<String, Filled> await() {
        try {
            return copying.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DestinationException("The load was interrupted. Nothing of it is in the database; run again.", e);
        } catch (ExecutionException e) {
            throw asThrown(e.getCause());
        }
    }

    private static RuntimeException asThrown(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    /** Drops what was committed and not moved. */
    @Override
    public void close() {
        try (SqlConnection closed = connection) {
            if (committed) {
                closed.execute("SET LOCAL lock_timeout = '1s'");
                staging.drop(closed);
                closed.jdbc().commit();
            } else {
                closed.jdbc().abort(Runnable::run);
                thread.join();
            }
        } catch (SQLException e) {
            LOG.debug("What the load has left is for the next one to drop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
