package dev.headrace.testkit.destination;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.deletes.DeleteResult.Outcome;
import dev.headrace.deletes.Deletes;
import dev.headrace.destination.TableResult;
import dev.headrace.event.RunEvent;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When every destination must leave rows alone that a package does not bring: there are too many, or it is doubtful whether they are gone. */
public abstract class WithheldDeletesContract extends DeletesTest {

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        events().forEach(event -> {
            if (event instanceof RunEvent.Warned warned) {
                warnings.add(warned.message());
            }
        });
        return warnings;
    }

    @ParameterizedTest
    @EnumSource(
            value = Deletes.class,
            names = {"SOFT", "HARD"})
    void touchesNothingBeyondTheLimitAndLoadsTheRest(Deletes rule) {
        TableSchema table = marked(T);
        load(script("1.1").rows(T, t(1, 1), t(2, 1), t(3, 1), t(4, 1), t(5, 1)));

        List<TableResult> results = load(bringing(
                script("1.2").begun(LATER).terms(table, terms(rule, "20%")),
                table,
                List.of(t(1, 2), t(2, 2), t(3, 2), t(6, 2))));

        assertThat(deletes(results).outcome()).isEqualTo(Outcome.OVER_LIMIT);
        assertThat(deletes(results).rows()).isEqualTo(2);
        assertThat(deletes(results).before()).isEqualTo(5);
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("'t'", "2 of 5 rows (40.0 %)", "max_delete allows 20%", "--allow-deletes");
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(markedIds()).isEmpty();
    }

    @Test
    void takesAsManyAsTheLimitAllows() {
        load(script("1.1").rows(T, t(1, 1), t(2, 1), t(3, 1), t(4, 1), t(5, 1)));

        load(script("1.2")
                .begun(LATER)
                .terms(T, terms(Deletes.HARD, "20%"))
                .rows(T, t(1, 2), t(2, 2), t(3, 2), t(4, 2)));
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);

        load(script("1.3").begun(LATER).terms(T, terms(Deletes.HARD, "2")).rows(T, t(1, 3), t(2, 3)));
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void keepsRowsWhereRecordsCameTwice() {
        load(script("1.1").rows(T, t(1, 1), t(2, 1), t(3, 1)));

        List<TableResult> results = load(all("1.2", Deletes.HARD, T).rows(T, t(1, 2), t(1, 3), t(2, 2)));

        assertThat(deletes(results).outcome()).isEqualTo(Outcome.WITHHELD);
        assertThat(warnings()).singleElement().asString().contains("more than once", "their id is the same");
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void keepsRowsThatWereReadLater() {
        load(script("1.1").rows(T, t(1, 1), t(2, 1)));

        List<TableResult> results = load(all("1.05", Deletes.HARD, T).rows(T, t(1, 2)));

        assertThat(deletes(results).reason()).contains("read after this package was begun");
        assertThat(values("t", "id")).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void keepsRowsWhereNewOnesCannotBeToldByTheirKey() {
        TableSchema nullable = root(
                "t",
                WriteDisposition.merge(),
                ColumnSchema.of("id", DataType.BIGINT).with("primary_key", true),
                bigint("v"));
        load(script("1.1").rows(nullable, t(1, 1), t(2, 1), row("id", null, "v", 1L, "_dlt_id", "none")));

        List<TableResult> without = load(all("1.2", Deletes.HARD, nullable)
                .rows(
                        nullable,
                        nullable.completeColumns()
                                .subList(1, nullable.completeColumns().size()),
                        List.of(t(1, 2))));
        assertThat(deletes(without).reason()).contains("the new rows have no id");

        List<TableResult> empty = load(all("1.3", Deletes.HARD, nullable)
                .rows(nullable, row("id", null, "v", 1L, "_dlt_id", "x"), row("id", 1L, "v", 1L, "_dlt_id", "y")));
        assertThat(deletes(empty).reason()).contains("no value in its primary_key");

        load(all("1.4", Deletes.HARD, nullable).rows(nullable, t(1, 3)));
        assertThat(values("t", "id")).containsAll(Arrays.asList(1L, null)).doesNotContain(2L);
    }

    @Test
    void takesNothingAwayWhenThePackageIsThereAlready() {
        load(script("1.1").rows(T, t(1, 1), t(2, 1)));

        load(all("1.2", Deletes.HARD, T).rows(T, t(1, 2)));
        List<TableResult> results = load(all("1.2", Deletes.HARD, T).rows(T, t(3, 2)));

        assertThat(results.get(0).deletes()).isNull();
        assertThat(values("t", "id")).containsExactly(1L);
    }
}
