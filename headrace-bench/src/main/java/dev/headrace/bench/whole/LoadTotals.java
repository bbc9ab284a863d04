package dev.headrace.bench.whole;

import dev.headrace.bench.events.EventTotals;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a load amounts to, in the terms of {@link EventTotals}. */
record LoadTotals(long events, long attendees, long tags, long costCents, long titleCharacters, long startMillis) {

    private static final String QUERY = """
            SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM events__attendees),
                (SELECT count(*) FROM events__tags), sum(CAST(round(cost * 100) AS BIGINT)), sum(length(title)),
                sum(epoch_ms(start_at) - %d)
            FROM events
            """.formatted(EventTotals.ORIGIN);

    static LoadTotals expected(EventTotals totals) {
        return new LoadTotals(
                totals.records(),
                totals.attendees(),
                totals.tags(),
                totals.costCents(),
                totals.titleCharacters(),
                totals.startMillis());
    }

    static LoadTotals inDatabase(Path database, String schema) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET schema = '" + schema + "'");
            try (ResultSet row = statement.executeQuery(QUERY)) {
                row.next();
                return new LoadTotals(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
            }
        }
    }
}
