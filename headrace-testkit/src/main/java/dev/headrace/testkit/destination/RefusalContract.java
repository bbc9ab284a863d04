package dev.headrace.testkit.destination;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.root;
import static dev.headrace.testkit.destination.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headrace.DestinationException;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which packages a destination can never load as they are. */
public abstract class RefusalContract extends DestinationTest {

    private static final TableSchema EVENTS =
            root("events", WriteDisposition.append(), bigint("id"), text("title"), bigint("size"));

    /** Runs a statement behind the back of the destination. */
    protected abstract void execute(String sql);

    private PackageScript first() {
        return script("1.1").rows(EVENTS, row("id", 1L, "size", 1L, "_dlt_id", "r1"));
    }

    private DestinationException refused(PackageScript script) {
        return catchThrowableOfType(DestinationException.class, () -> load(script));
    }

    private void assertNeverLoads(PackageScript script) {
        assertThat(refused(script))
                .isNotNull()
                .extracting(DestinationException::reason)
                .isEqualTo(DestinationException.Reason.PACKAGE);
        assertThat(values("_dlt_loads", "load_id")).containsExactly("1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE ds.events ALTER COLUMN title SET DATA TYPE BIGINT USING NULL",
                "ALTER TABLE ds.events ALTER COLUMN title SET DATA TYPE DATE USING NULL",
                "ALTER TABLE ds.events ALTER COLUMN size SET DATA TYPE SMALLINT",
                "ALTER TABLE ds.events ALTER COLUMN size SET NOT NULL",
                "CREATE UNIQUE INDEX one_of_each ON ds.events (id)",
                "ALTER TABLE ds.events RENAME TO others; CREATE VIEW ds.events AS SELECT id, max(title) AS title, max(size) AS size"
                        + " FROM ds.others GROUP BY id"
            })
    void areThoseThatDoNotFitTablesThatWereChangedByHand(String change) {
        load(first());
        for (String statement : change.split("; ")) {
            execute(statement);
        }

        assertNeverLoads(script("1.2")
                .rows(
                        EVENTS,
                        row("id", 2L, "title", "abc", "size", 1L, "_dlt_id", "r2"),
                        row("id", 1L, "title", "abc", "size", null, "_dlt_id", "r3"),
                        row("id", 1L, "title", "abc", "size", 1_000_000L, "_dlt_id", "r4")));
    }

    @Test
    void areThoseWithoutAValueThatIsRequired() {
        load(first());
        TableSchema other = root("other", WriteDisposition.append(), ColumnSchema.required("id", DataType.BIGINT));

        assertNeverLoads(script("1.2").rows(other, row("id", null, "_dlt_id", "o1")));
    }

    @Test
    void areThoseWithATypeThatTheDatabaseHasNot() {
        load(first());
        TableSchema other =
                root("other", WriteDisposition.append(), bigint("id").with(Hints.PRECISION, 4000L));

        assertNeverLoads(script("1.2").rows(other, List.of(bigint("id"), text("_dlt_id")), List.of(row("id", 1L))));
    }

    @Test
    void areThoseWhoseStateOthersHaveOvertaken() {
        load(first().state(1, "a"));
        DestinationException failure = refused(
                script("1.2").rows(EVENTS, row("id", 2L, "_dlt_id", "r2")).state(1, "b"));

        assertThat(failure)
                .hasMessageContaining("does not follow what pipeline 'pipe' has loaded")
                .hasMessageContaining("Another run")
                .hasMessageContaining("packages retry 1.2 --rows-only");
        assertThat(failure.reason()).isEqualTo(DestinationException.Reason.PACKAGE);
        assertThat(values("events", "id")).containsExactly(1L);
    }

    @Test
    void areThoseWhoseStateGoesOnFromOneThatIsNotThere() {
        load(first().state(1, "a"));

        assertThat(refused(script("1.2").rows(EVENTS).state(4, "d"))).hasMessageContaining("restored from a copy");
        execute("DELETE FROM ds._dlt_pipeline_state");
        assertThat(refused(script("1.2").rows(EVENTS).state(2, "b"))).hasMessageContaining("dataset was dropped");
    }

    @Test
    void areNotThoseWithoutAState() {
        load(first().state(1, "a"));
        load(script("1.2").rows(EVENTS, row("id", 2L, "_dlt_id", "r2")));
        load(script("1.3").rows(EVENTS, row("id", 3L, "_dlt_id", "r3")).state(2, "b"));

        assertThat(values("events", "id")).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void areNotThoseThatWereLoaded() {
        load(first().state(1, "a"));
        load(first().state(1, "a"));

        assertThat(values("events", "id")).containsExactly(1L);
    }
}
