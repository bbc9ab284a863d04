package dev.headrace.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory, with nothing in it, to which a file can be attached. Making one takes longer than attaching the file, so one can
 * be made in advance. Safe for any number of threads.
 */
final class EmptyDatabase {

    /** Others are woken when a package is large enough: see {@link DuckDbDialect#begin}. */
    static final int THREADS = 1;

    private static final DuckDbSettings USUAL = DuckDbSettings.of(Path.of("usual.duckdb"));

    private static @Nullable Connection ready;

    private EmptyDatabase() {}

    /** Makes one with the usual settings, which the next {@link #connect} takes. A failure is left for that to tell. */
    static synchronized void prepare() {
        try {
            if (ready == null) {
                ready = make(USUAL);
            }
        } catch (SQLException | LinkageError e) {
            // whoever connects is told
        }
    }

    /** Whether one is there to be taken. */
    static synchronized boolean isPrepared() {
        return ready != null;
    }

    /** A connection to a database of its own; waits while one is being prepared. */
    static Connection connect(DuckDbSettings settings) throws SQLException {
        Connection prepared = settings.takesMemoryAs(USUAL) ? take() : null;
        Connection connection = prepared == null ? make(settings) : prepared;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET temp_directory = " + DuckDbDialect.text(settings.file() + ".tmp"));
            // Timestamps with and without zone are converted into each other as if all clocks showed UTC.
            statement.execute("SET TimeZone = 'UTC'");
            return connection;
        } catch (SQLException e) {
            close(connection, e);
            throw e;
        }
    }

    private static synchronized @Nullable Connection take() {
        Connection taken = ready;
        ready = null;
        return taken;
    }

    private static void close(Connection connection, SQLException because) {
        try {
            connection.close();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private static Connection make(DuckDbSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", settings.memoryLimit());
        properties.setProperty("block_allocator_memory", settings.blockMemory() + "B");
        properties.setProperty("threads", Integer.toString(THREADS));
        properties.setProperty("preserve_insertion_order", "false");
        // Every commit is followed by a checkpoint, so it need not go through the log first.
        properties.setProperty("checkpoint_threshold", "1KB");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
        if (connection == null) {
            throw new IllegalStateException("the DuckDB driver does not know its own address");
        }
        return connection;
    }
}
