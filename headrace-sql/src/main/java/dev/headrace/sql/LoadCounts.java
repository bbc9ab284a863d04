package dev.headrace.sql;

import dev.headrace.destination.RowChanges;
import dev.headrace.load.TableLoad;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the statements of a load say that they did to each table. */
final class LoadCounts {

    private final Map<String, Duration> took = new HashMap<>();
    private final Map<String, Long> inserted = new HashMap<>();
    private final Map<String, Long> expected = new HashMap<>();

    /** So many rows of a package are to be inserted into a table; where nobody tells, nobody knows. */
    void expect(String table, long rows) {
        expected.put(table, rows);
    }

    void inserted(String table, long rows, Duration time) {
        inserted.merge(table, rows, Long::sum);
        took.merge(table, time, Duration::plus);
    }

    /** How many rows a table got. */
    long inserted(String table) {
        return inserted.getOrDefault(table, 0L);
    }

    Duration took(String table) {
        return took.getOrDefault(table, Duration.ZERO);
    }

    /** Whether a table has as many of the new rows as it was to get. */
    boolean isAsExpected(String table) {
        Long rows = expected.get(table);
        return rows == null || rows == inserted(table);
    }

    /** What became of a table's new rows; null when nothing was inserted because the package was there already. */
    @Nullable
    RowChanges changes(TableLoad load) {
        String table = load.table().name();
        Long rows = inserted.get(table);
        return rows == null ? null : new RowChanges(rows, load.rows() - expected.getOrDefault(table, rows));
    }
}
