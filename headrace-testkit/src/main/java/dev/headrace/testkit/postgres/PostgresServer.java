package dev.headrace.testkit.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A real server of this machine: one for all tests, which ends with them. */
public final class PostgresServer {

    /** Superuser without a password, and the database of that name. */
    public static final String USER = "postgres";

    private static final EmbeddedPostgres SERVER = start();

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("wal_level", "logical")
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, on loopback. */
    public static int port() {
        return SERVER.getPort();
    }

    /** The database of all tests, emptied; gives its name. To empty one takes a tenth of the time of making one. */
    public static String emptyDatabase() {
        execute(
                USER,
                "DO $$ DECLARE s name; BEGIN FOR s IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_)'"
                        + " LOOP EXECUTE format('DROP SCHEMA %I CASCADE', s); END LOOP; END $$");
        return USER;
    }

    /** The URL of a database for a user. */
    public static String url(String user, String database) {
        return "postgres://" + user + "@localhost:" + port() + "/" + database;
    }

    /** A connection of the superuser; the driver has to be on the class path. */
    public static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port() + "/" + database, USER, "");
    }

    /** Runs statements as the superuser. */
    public static void execute(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Makes a user who has to give a password; all others still need none. */
    public static void requirePassword(String user, String password) {
        execute(USER, "DROP ROLE IF EXISTS " + user + "; CREATE ROLE " + user + " LOGIN PASSWORD '" + password + "'");
        execute(
                USER,
                "DO $$ BEGIN EXECUTE format('COPY (SELECT unnest(ARRAY[''host all " + user
                        + " all scram-sha-256'', ''host all all all trust''])) TO %L', current_setting('hba_file'));"
                        + " END $$; SELECT pg_reload_conf()");
        // The server reads the file when it gets to it.
        while (isWelcome(user)) {
            Thread.onSpinWait();
        }
    }

    private static boolean isWelcome(String user) {
        try (Connection connection =
                DriverManager.getConnection("jdbc:postgresql://localhost:" + port() + "/" + USER, user, "")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
