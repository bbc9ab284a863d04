package dev.headrace.testkit.crash;

import dev.headrace.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** PostgreSQL: a database of one server for each folder, named after it. */
final class PostgresDatabase implements Database {

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String destination(Path folder) {
        return PostgresServer.url(PostgresServer.USER, database(folder));
    }

    @Override
    public Connection look(Path folder) throws SQLException {
        return PostgresServer.connect(database(folder));
    }

    @Override
    public boolean exists(Path folder) {
        return true;
    }

    @Override
    public void create(Path folder) {
        PostgresServer.execute(PostgresServer.USER, "CREATE DATABASE \"" + database(folder) + '"');
    }

    @Override
    public void copy(Path from, Path to) {
        // Nobody may be connected to what is copied, and the server notices late that a client is gone.
        PostgresServer.execute(
                PostgresServer.USER,
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '" + database(from)
                        + "'");
        PostgresServer.execute(
                PostgresServer.USER, "CREATE DATABASE \"" + database(to) + "\" TEMPLATE \"" + database(from) + '"');
    }

    @Override
    public void drop(Path folder) {
        PostgresServer.execute(
                PostgresServer.USER, "DROP DATABASE IF EXISTS \"" + database(folder) + "\" WITH (FORCE)");
    }

    private static String database(Path folder) {
        return "crash_"
                + folder.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }
}
