package dev.headrace.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
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
    private static final AtomicReference<@Nullable Connection> READY = new AtomicReference<>();

    private EmptyDatabase() {}

    /** Makes one with the usual settings, which the next {@link #connect} takes. A failure is left for that to tell. */
    static void prepare() {
        try {
            close(READY.getAndSet(make(USUAL)));
        } catch (SQLException | LinkageError e) {
            // whoever connects is told
        }
    }

    /** A connection to a database of its own. */
    static Connection connect(DuckDbSettings settings) throws SQLException {
        Connection ready = settings.takesMemoryAs(USUAL) ? READY.getAndSet(null) : null;
        Connection connection = ready == null ? make(settings) : ready;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET temp_directory = " + DuckDbDialect.text(settings.file() + ".tmp"));
            // Timestamps with and without zone are converted into each other as if all clocks showed UTC.
            statement.execute("SET TimeZone = 'UTC'");
            return connection;
        } catch (SQLException e) {
            close(connection);
            throw e;
        }
    }

    private static void close(@Nullable Connection connection) throws SQLException {
        if (connection != null) {
            connection.close();
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
