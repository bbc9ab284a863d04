package dev.headrace.testkit.destination;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DestinationException;
import dev.headrace.destination.DestinationSession;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.TableLoad;
import dev.headrace.quarantine.ErrorsTable;
import dev.headrace.quarantine.QuarantineQuery;
import dev.headrace.quarantine.QuarantinedRow;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.Schema;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every destination must do with records that could not be written. */
public abstract class QuarantineContract extends DestinationTest {

    private static final TableSchema EVENTS = root("events", WriteDisposition.append(), bigint("id"));
    private static final Instant WHEN = Instant.parse("2026-01-02T03:04:05.123456Z");

    @Test
    void hasNoTableOfErrorsUntilThereIsOne() {
        load(script("1.1").rows(EVENTS, row("id", 1L, "_dlt_id", "r1")));

        assertThat(probe().columns(DATASET, ErrorsTable.NAME)).isEmpty();
        assertThat(found(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void bringsErrorsWithTheRowsAndReadsThemBack() {
        load(withErrors(script("1.1").rows(EVENTS, row("id", 1L, "_dlt_id", "r1")), error("e1", "events", null)));

        assertThat(found(Optional.empty(), 10))
                .containsExactly(new QuarantinedRow(
                        "1.1",
                        "e1",
                        PackageScript.PIPELINE,
                        PackageScript.SCHEMA,
                        WHEN,
                        "events",
                        null,
                        "id",
                        "required",
                        "Ünfit",
                        "GET https://api.test/events",
                        3L,
                        7L,
                        "{\"a\":\"\\u0000\"}",
                        true,
                        false,
                        null,
                        null));
        assertThat(values("events", "id")).containsExactly(1L);
    }

    @Test
    void addsToErrorsAndFindsThoseThatAreAskedFor() {
        load(withErrors(script("1.1"), error("e1", "events", null)));
        load(withErrors(script("1.2"), error("e2", "notes", null), error("e3", "events", null)));

        assertThat(found(Optional.empty(), 2)).hasSize(2);
        assertThat(found(Optional.of("events"), 10))
                .extracting(QuarantinedRow::id)
                .containsExactly("e1", "e3");
    }

    @Test
    void marksErrorsThatWereReplayed() {
        load(withErrors(script("1.1"), error("e1", "events", null), error("e2", "events", null)));
        LoadPackage replay =
                withErrors(script("1.2").rows(EVENTS, row("id", 5L, "_dlt_id", "r5")), error("e1", "events", "1.2"));
        load(merging(replay), DATASET);
        load(merging(replay), DATASET);

        assertThat(found(Optional.empty(), 10)).extracting(QuarantinedRow::id).containsExactly("e2");
        assertThat(values(ErrorsTable.NAME, ErrorsTable.REPLAY_LOAD_ID)).containsExactlyInAnyOrder(null, "1.2");
        assertThat(values("events", "id")).containsExactly(5L);
    }

    @Test
    void refusesToReplayWhatAnotherLoadHasReplayed() {
        load(withErrors(script("1.1"), error("e1", "events", null), error("e2", "events", null)));
        load(merging(withErrors(
                script("1.3").rows(EVENTS, row("id", 5L, "_dlt_id", "r5")),
                error("e1", "events", "1.3"),
                error("e2", "events", null))));
        LoadPackage replaying = merging(withErrors(
                script("1.2").rows(EVENTS, row("id", 5L, "_dlt_id", "again")),
                error("e2", "events", "1.2"),
                error("e1", "events", "1.2")));
        LoadPackage explaining = merging(withErrors(script("1.4"), error("e1", "events", null)));

        for (LoadPackage late : List.of(replaying, explaining)) {
            assertThatThrownBy(() -> load(late))
                    .isInstanceOfSatisfying(
                            DestinationException.class,
                            e -> assertThat(e.reason()).isEqualTo(DestinationException.Reason.PACKAGE))
                    .hasMessageContaining("package " + late.id())
                    .hasMessageContaining("another load has brought 1 of them");
        }
        assertThat(values("events", "_dlt_id")).containsExactly("r5");
        assertThat(values(ErrorsTable.NAME, ErrorsTable.REPLAY_LOAD_ID)).containsExactlyInAnyOrder(null, "1.3");
    }

    private void load(LoadPackage loadPackage) {
        load(loadPackage, DATASET);
    }

    private List<QuarantinedRow> found(Optional<String> resource, int limit) {
        try (DestinationSession session = probe().destination().open(DATASET)) {
            return session.quarantined(
                    new QuarantineQuery(PackageScript.PIPELINE, Optional.of(PackageScript.SCHEMA), resource, limit));
        }
    }

    /** The package with errors; its schema does not know them. */
    @SafeVarargs
    private LoadPackage withErrors(PackageScript script, Map<String, @Nullable Object>... errors) {
        LoadPackage written = script.rows(ErrorsTable.schema(), errors).write();
        Schema schema = written.schema();
        Map<String, TableSchema> known = new LinkedHashMap<>(schema.tablesByName());
        known.remove(ErrorsTable.NAME);
        return new LoadPackage(
                written.id(),
                written.pipeline(),
                new Schema(schema.name(), schema.version(), schema.versionHash(), schema.document(), known),
                written.createdAt(),
                written.tables(),
                written.state());
    }

    private static LoadPackage merging(LoadPackage loadPackage) {
        return loadPackage.withTables(loadPackage.tables().stream()
                .map(load -> load.table().name().equals(ErrorsTable.NAME)
                        ? new TableLoad(
                                load.table(),
                                new WriteDisposition.Merge(MergeStrategy.DELETE_INSERT, true),
                                load.parts())
                        : load)
                .toList());
    }

    private static Map<String, @Nullable Object> error(String id, String resource, @Nullable String replayedBy) {
        return row(
                "_dlt_id",
                id,
                ErrorsTable.PIPELINE,
                PackageScript.PIPELINE,
                ErrorsTable.SCHEMA,
                PackageScript.SCHEMA,
                ErrorsTable.OCCURRED_AT,
                WHEN,
                ErrorsTable.RESOURCE,
                resource,
                ErrorsTable.COLUMN,
                "id",
                ErrorsTable.KIND,
                "required",
                ErrorsTable.REASON,
                "Ünfit",
                ErrorsTable.REQUEST,
                "GET https://api.test/events",
                ErrorsTable.PAGE,
                3L,
                ErrorsTable.NUMBER,
                7L,
                ErrorsTable.RECORD,
                "{\"a\":\"\\u0000\"}",
                ErrorsTable.WHOLE,
                true,
                ErrorsTable.PROCESSED,
                false,
                ErrorsTable.REPLAYED_AT,
                replayedBy == null ? null : WHEN,
                ErrorsTable.REPLAY_LOAD_ID,
                replayedBy);
    }
}
