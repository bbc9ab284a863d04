package dev.headrace.bench.postgres;

import dev.headrace.bench.merge.PostgresPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What {@code \copy} does: tables that are there as CSV files go into new tables of the same columns, without indexes.
 *
 * @param folder of the files
 * @param like the schema whose tables the new ones are like
 */
record CopiedTables(PostgresPlace place, Path folder, String like) {

    /** The schema of the new tables. */
    static final String SCHEMA = "bench_copy";

    private static final List<String> TABLES = List.of("events", "events__attendees", "events__tags");

    /** Writes the tables as they are to the files. */
    void export() throws SQLException, IOException {
        Files.createDirectories(folder);
        try (Connection connection = place.connect()) {
            for (String table : TABLES) {
                try (OutputStream out = Files.newOutputStream(file(table))) {
                    copying(connection).copyOut("COPY " + like + "." + table + " TO STDOUT (FORMAT csv)", out);
                }
            }
        }
    }

    /** Makes the tables and fills them, one after the other, each in a transaction of its own. */
    void load() throws SQLException, IOException {
        try (Connection connection = place.connect()) {
            connection.setAutoCommit(false);
            execute(connection, "CREATE SCHEMA " + SCHEMA);
            for (String table : TABLES) {
                String copy = SCHEMA + "." + table;
                execute(connection, "CREATE TABLE " + copy + " (LIKE " + like + "." + table + ")");
                try (InputStream in = Files.newInputStream(file(table))) {
                    copying(connection).copyIn("COPY " + copy + " FROM STDIN (FORMAT csv)", in);
                }
                connection.commit();
            }
        }
    }

    private Path file(String table) {
        return folder.resolve(table + ".csv");
    }

    private static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
