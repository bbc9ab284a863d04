package dev.headrace.engine.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.load.LoadId;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.Resource;
import dev.headrace.source.ResourceHints;
import org.junit.jupiter.api.Test;

/** How many rows wait to join their batch. */
class TableRowsTest {

    private final RecordRows records = new RecordRows(
            WorkingSchema.empty(Run.settings()),
            new Resource("t", true, ResourceHints.none()),
            new LoadId("1700000000.5"),
            new CollectedTables(),
            event -> {},
            null,
            true);

    @Test
    void fewWaitWhereTheyAreShort() {
        assertThat(mostWaiting(2000, 1)).isEqualTo(256);
    }

    @Test
    void oneWaitsWhereEachIsLong() {
        assertThat(mostWaiting(20, 600_000)).isEqualTo(1);
    }

    @Test
    void fewerWaitOnceTheyBecomeLong() {
        assertThat(mostWaiting(300, 1)).isEqualTo(256);
        assertThat(mostWaiting(300, 10_000)).isEqualTo(256);
        assertThat(mostWaiting(300, 10_000)).isBetween(50, 60);
    }

    /** Writes records with a text of that length. */
    private int mostWaiting(int count, int length) {
        int before = records.root().rows();
        JsonSlice record = JsonSlice.of("{\"a\":\"" + "x".repeat(length) + "\"}");
        int most = 0;
        for (int i = 0; i < count; i++) {
            records.take(record);
            most = Math.max(most, records.root().row + 1);
        }
        assertThat(records.root().rows()).isEqualTo(before + count);
        return most;
    }
}
