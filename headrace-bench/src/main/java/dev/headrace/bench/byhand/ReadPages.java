package dev.headrace.bench.byhand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Loads files of pages into three tables with {@code read_json} and {@code unnest}. Types are detected, because naming
 * them makes {@code read_json} several times slower. The pages are read once, into a temporary table that all three
 * are made of.
 */
public final class ReadPages {

    private static final String ROOT_COLUMNS =
            "e.id, e.calendar_id, e.ical_uid, e.status, e.title, e.description, e.location, e.created_at, e.updated_at, "
                    + "e.start_at, e.end_at, e.all_day, e.is_recurring, e.sequence, e.priority, e.rating, e.cost, "
                    + "e.visibility, e.organizer.id AS organizer__id, e.organizer.email AS organizer__email, "
                    + "e.organizer.display_name AS organizer__display_name, "
                    + "e.organizer.address.city AS organizer__address__city, "
                    + "e.organizer.address.country AS organizer__address__country";

    private final Statement statement;
    private final boolean ids;

    private ReadPages(Statement statement, boolean ids) {
        this.statement = statement;
        this.ids = ids;
    }

    /** @param arguments the folder of pages, the database file, and {@code ids} or {@code plain} */
    public static void main(String[] arguments) throws SQLException, IOException {
        Path first = Path.of(arguments[0], "page-1.json");
        // Later pages have longer numbers at their ends, hardly more; the limit must hold a whole page.
        long objectSize = Math.max(Files.size(first) * 2, 16L << 20);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[1]);
                Statement statement = connection.createStatement()) {
            statement.execute("SET preserve_insertion_order = false");
            connection.setAutoCommit(false);
            new ReadPages(statement, "ids".equals(arguments[2])).load(arguments[0] + "/page-*.json", objectSize);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("CHECKPOINT");
        }
    }

    private void load(String glob, long objectSize) throws SQLException {
        statement.execute(
                "CREATE TEMP TABLE staged AS SELECT e" + stagedId() + " FROM (SELECT unnest(data) AS e FROM read_json('"
                        + glob.replace("'", "''") + "', maximum_object_size = " + objectSize + "))");
        statement.execute("CREATE TABLE events AS SELECT " + ROOT_COLUMNS + rootIds() + " FROM staged");
        statement.execute("CREATE TABLE events__attendees AS SELECT a.email, a.name, a.response, a.optional"
                + childIds() + " FROM (SELECT " + parentId() + "unnest(e.attendees) AS a, "
                + "generate_subscripts(e.attendees, 1) - 1 AS i FROM staged)");
        statement.execute("CREATE TABLE events__tags AS SELECT t AS \"value\"" + childIds() + " FROM (SELECT "
                + parentId() + "unnest(e.tags) AS t, generate_subscripts(e.tags, 1) - 1 AS i FROM staged)");
    }

    private String stagedId() {
        return ids ? ", left(to_base64(unhex(md5(CAST(uuid() AS VARCHAR)))), 14) AS row_id" : "";
    }

    private String parentId() {
        return ids ? "row_id, " : "e.id AS row_id, ";
    }

    private String rootIds() {
        return ids ? ", '" + loadId() + "' AS _dlt_load_id, row_id AS _dlt_id" : "";
    }

    /** Without ids a child still has to say whose it is: by the id that the API gave. */
    private String childIds() {
        return ids
                ? ", row_id AS _dlt_parent_id, i AS _dlt_list_idx, "
                        + "left(to_base64(unhex(md5(row_id || '_' || i))), 14) AS _dlt_id"
                : ", row_id AS event_id, i AS position";
    }

    private static String loadId() {
        return Double.toString(System.currentTimeMillis() / 1000.0);
    }
}
