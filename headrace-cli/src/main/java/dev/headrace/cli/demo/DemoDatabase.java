package dev.headrace.cli.demo;

import dev.headrace.DestinationException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The database that the demonstration makes, and questions to it. */
final class DemoDatabase {

    static final List<String> QUERIES = List.of(
            "SELECT status, count(*) AS events FROM calendar_data.events GROUP BY status ORDER BY status;", """
            SELECT e.title, e.starts_at, string_agg(a.name, ', ' ORDER BY a.name) AS who
            FROM calendar_data.events e JOIN calendar_data.events__attendees a ON a._dlt_parent_id = e._dlt_id
            GROUP BY ALL ORDER BY e.starts_at, e.title LIMIT 3;""", """
            SELECT l.inserted_at, count(e.id) AS events_of_this_load
            FROM calendar_data._dlt_loads l LEFT JOIN calendar_data.events e ON e._dlt_load_id = l.load_id
            GROUP BY ALL ORDER BY l.inserted_at;""");

    private final Path file;
    private final String dataset;

    DemoDatabase(Path file, String dataset) {
        this.file = file;
        this.dataset = dataset;
    }

    /** Deletes the file of an earlier demonstration; refuses to touch a database that holds anything else. */
    void removeEarlierDemonstration() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            if (!holdsOnlyTheDemonstration()) {
                throw new DestinationException("Cannot start the demonstration: " + file
                        + " exists and was not made by it. Start it in another folder.");
            }
            Files.delete(file);
        } catch (IOException | SQLException e) {
            throw new DestinationException(
                    "Cannot replace " + file + ": " + e.getMessage() + ". Start the demonstration in another folder.",
                    e);
        }
    }

    private boolean holdsOnlyTheDemonstration() throws SQLException {
        String foreign = "SELECT count(*) FROM information_schema.tables WHERE table_schema <> '" + dataset + "'";
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(foreign)) {
            rows.next();
            return rows.getLong(1) == 0;
        }
    }

    /** Prints what a query answers, a row to a line. */
    void print(String query, PrintStream out) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                out.println("      " + String.join(" | ", cells(rows)));
            }
        } catch (SQLException e) {
            throw new DestinationException("Cannot ask " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<String> cells(ResultSet rows) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            cells.add(String.valueOf(rows.getObject(i)));
        }
        return cells;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + file);
    }
}
