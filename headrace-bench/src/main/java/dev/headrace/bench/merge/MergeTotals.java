package dev.headrace.bench.merge;

import dev.headrace.bench.events.EventTotals;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the three tables amount to, both for the generator and for a database.
 *
 * @param attached nested rows whose root row is there
 */
public record MergeTotals(long events, long attendees, long tags, long attached, long costCents, long titleCharacters) {

    public static MergeTotals of(EventTotals totals) {
        return new MergeTotals(
                totals.records(),
                totals.attendees(),
                totals.tags(),
                totals.attendees() + totals.tags(),
                totals.costCents(),
                totals.titleCharacters());
    }

    /** @param dataset the full name of the schema, quoted where it has to be */
    static MergeTotals inDatabase(Connection connection, String dataset) throws SQLException {
        String attached = "(SELECT count(*) FROM %1$s.%2$s n JOIN %1$s.events e ON e._dlt_id = n._dlt_parent_id)";
        String query =
                "SELECT count(*), (SELECT count(*) FROM %1$s.events__attendees), (SELECT count(*) FROM %1$s.events__tags), "
                                .formatted(dataset)
                        + attached.formatted(dataset, "events__attendees") + " + "
                        + attached.formatted(dataset, "events__tags")
                        + ", CAST(round(sum(cost) * 100) AS BIGINT), sum(length(title)) FROM " + dataset + ".events";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return new MergeTotals(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
        }
    }

    MergeTotals plus(MergeTotals other) {
        return new MergeTotals(
                events + other.events,
                attendees + other.attendees,
                tags + other.tags,
                attached + other.attached,
                costCents + other.costCents,
                titleCharacters + other.titleCharacters);
    }

    MergeTotals minus(MergeTotals other) {
        return plus(new MergeTotals(
                -other.events,
                -other.attendees,
                -other.tags,
                -other.attached,
                -other.costCents,
                -other.titleCharacters));
    }

    /** @throws IllegalStateException unless the database has exactly this */
    public void require(String candidate, Connection connection, String dataset) throws SQLException {
        MergeTotals found = inDatabase(connection, dataset);
        if (!found.equals(this)) {
            throw new IllegalStateException(
                    "The result of '" + candidate + "' is wrong: " + found + " in place of " + this + ".");
        }
    }
}
