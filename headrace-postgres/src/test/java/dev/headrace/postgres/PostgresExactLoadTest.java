package dev.headrace.postgres;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.key;
import static dev.headrace.testkit.destination.Tables.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DestinationException;
import dev.headrace.destination.RowChanges;
import dev.headrace.destination.TableResult;
import dev.headrace.event.RunEvent;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.LoadTerms;
import dev.headrace.schema.DataType;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.DestinationTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when a trigger takes rows away while they are inserted. */
final class PostgresExactLoadTest extends DestinationTest {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }

    private static TableSchema table(String disposition) {
        WriteDisposition how = disposition.equals("merge") ? WriteDisposition.merge() : WriteDisposition.append();
        return root("t", how, key("id", DataType.BIGINT), bigint("v"));
    }

    /** A table with a row, and a trigger that lets no row with v = 0 in. */
    private LoadPackage second(TableSchema table) {
        load(script("1.1").rows(table, row("id", 1L, "v", 1L, "_dlt_id", "r1")));
        ((PostgresProbe) probe())
                .execute("CREATE FUNCTION ds.refuse() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN IF NEW.v = 0 THEN RETURN NULL; END IF; RETURN NEW; END'");
        ((PostgresProbe) probe())
                .execute("CREATE TRIGGER refuse BEFORE INSERT ON ds.t FOR EACH ROW EXECUTE FUNCTION ds.refuse()");
        return script("1.2")
                .rows(
                        table,
                        row("id", 2L, "v", 0L, "_dlt_id", "r2"),
                        row("id", 3L, "v", 3L, "_dlt_id", "r3"),
                        row("id", 3L, "v", 4L, "_dlt_id", "r4"))
                .write();
    }

    @ParameterizedTest
    @ValueSource(strings = {"append", "merge"})
    void tellsThatRowsAreMissing(String disposition) {
        TableSchema table = table(disposition);
        TableResult result = load(second(table), DATASET).get(0);

        int repeated = disposition.equals("merge") ? 1 : 0;
        assertThat(result.changes()).isEqualTo(new RowChanges(2 - repeated, repeated));
        assertThat(events())
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                RunEvent.Warned.class,
                                warned -> assertThat(warned.message())
                                        .contains(
                                                "Rows are missing: of " + (3 - repeated) + " rows",
                                                "table 't'",
                                                "triggers")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"append", "merge"})
    void changesNothingWhereItHasToBeExact(String disposition) {
        TableSchema table = table(disposition);
        LoadPackage second = second(table);
        LoadPackage exact = second.withTables(second.tables().stream()
                .map(load -> load.withTerms(new LoadTerms(true)))
                .toList());

        assertThatThrownBy(() -> load(exact, DATASET))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("Cannot load into table 't'")
                .hasMessageContaining("--completeness report");
        assertThat(values("t", "id")).containsExactly(1L);
    }

    @Test
    void isQuietWhereNothingIsMissing() {
        load(script("1.1")
                .rows(
                        table("merge"),
                        row("id", 1L, "v", 1L, "_dlt_id", "r1"),
                        row("id", 1L, "v", 2L, "_dlt_id", "r2")));

        assertThat(events()).noneMatch(RunEvent.Warned.class::isInstance);
    }
}
