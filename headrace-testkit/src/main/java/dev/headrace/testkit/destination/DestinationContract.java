package dev.headrace.testkit.destination;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.key;
import static dev.headrace.testkit.destination.Tables.nested;
import static dev.headrace.testkit.destination.Tables.root;
import static dev.headrace.testkit.destination.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DestinationException;
import dev.headrace.destination.DestinationSession;
import dev.headrace.destination.StoredPipeline;
import dev.headrace.destination.TableResult;
import dev.headrace.event.RunEvent;
import dev.headrace.load.LoadId;
import dev.headrace.schema.DataType;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.testkit.destination.DestinationProbe.StoredColumn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every destination must do with append, replace, evolution, system tables and failures. */
public abstract class DestinationContract extends DestinationTest {

    private static final TableSchema EVENTS =
            root("events", WriteDisposition.append(), key("id", DataType.BIGINT), text("title"));
    private static final TableSchema TAGS = nested("events__tags", "events", text("value"));

    private static TableSchema replaced() {
        return root("events", WriteDisposition.replace(), bigint("id"), text("title"));
    }

    @Test
    void appendsRowsOfAllPartsAndLoads() {
        load(script("1.1")
                .rows(EVENTS, row("id", 1L, "title", "a", "_dlt_id", "r1"))
                .rows(EVENTS, row("id", 2L, "title", null, "_dlt_id", "r2"))
                .rows(TAGS, tag("t1", "r1", "x")));
        List<TableResult> results = load(script("1.2").rows(EVENTS, row("id", 1L, "title", "c", "_dlt_id", "r3")));

        assertThat(values("events", "title")).containsExactlyInAnyOrder("a", null, "c");
        assertThat(values("events", "_dlt_load_id")).containsExactlyInAnyOrder("1.1", "1.1", "1.2");
        assertThat(values("events__tags", "value")).containsExactly("x");
        assertThat(results).hasSize(1);
        assertThat(results.get(0).rowsIn()).isEqualTo(1);
        assertThat(results.get(0).rowsNow()).isEqualTo(3);
        assertThat(results.get(0).created()).isFalse();
    }

    private static Map<String, @Nullable Object> tag(String id, String root, String value) {
        return row("value", value, "_dlt_root_id", root, "_dlt_parent_id", root, "_dlt_list_idx", 0L, "_dlt_id", id);
    }

    @Test
    void tellsEachTableThatIsLoaded() {
        load(script("1.1").rows(EVENTS, row("id", 1L, "_dlt_id", "r1")).rows(TAGS, tag("t1", "r1", "x")));

        assertThat(events())
                .filteredOn(RunEvent.TableLoaded.class::isInstance)
                .extracting(event -> ((RunEvent.TableLoaded) event).table())
                .containsExactly("events", "events__tags");
    }

    @Test
    void replacesTheWholeChain() {
        load(script("1.1")
                .rows(replaced(), row("id", 1L, "_dlt_id", "r1"), row("id", 2L, "_dlt_id", "r2"))
                .rows(TAGS, tag("t1", "r1", "x")));
        List<TableResult> results = load(
                script("1.2").rows(replaced(), row("id", 3L, "_dlt_id", "r3")).knows(TAGS));

        assertThat(values("events", "id")).containsExactly(3L);
        assertThat(values("events__tags", "value")).isEmpty();
        assertThat(results).extracting(TableResult::rowsNow).containsExactly(1L);
    }

    @Test
    void emptiesTheChainWhenTheReplacementHasNoRows() {
        load(script("1.1").rows(replaced(), row("id", 1L, "_dlt_id", "r1")).rows(TAGS, tag("t1", "r1", "x")));
        load(script("1.2").rows(replaced()).rows(TAGS));

        assertThat(values("events", "id")).isEmpty();
        assertThat(values("events__tags", "value")).isEmpty();
        assertThat(values("_dlt_loads", "load_id")).containsExactlyInAnyOrder("1.1", "1.2");
    }

    @Test
    void makesNoTableThatNeverHadRows() {
        TableSchema unseen = new TableSchema(
                "unseen", null, "unseen", WriteDisposition.append(), null, EVENTS.columnsByName(), Map.of());
        load(script("1.1").rows(unseen));

        assertThat(probe().columns(DATASET, "unseen")).isEmpty();
    }

    @Test
    void skipsWhatIsToBeSkipped() {
        TableSchema skipped = root("skipped", WriteDisposition.skip(), bigint("id"));
        load(script("1.1").rows(skipped, row("id", 1L, "_dlt_id", "r1")));

        assertThat(probe().columns(DATASET, "skipped")).isEmpty();
        assertThat(values("_dlt_loads", "load_id")).containsExactly("1.1");
    }

    @Test
    void addsColumnsThatAppearLater() {
        load(script("1.1").rows(EVENTS, row("id", 1L, "title", "a", "_dlt_id", "r1")));
        TableSchema wider = root(
                "events",
                WriteDisposition.append(),
                key("id", DataType.BIGINT),
                text("title"),
                key("place", DataType.TEXT),
                bigint("size"));
        List<TableResult> results = load(script("1.2")
                .versionHash("wider")
                .rows(EVENTS, row("id", 2L, "title", "b", "_dlt_id", "r2"))
                .rows(wider, row("id", 3L, "title", "c", "place", "p", "size", 7L, "_dlt_id", "r3")));

        assertThat(results.get(0).newColumns()).containsExactly("place", "size");
        assertThat(values("events", "size")).containsExactlyInAnyOrder(null, null, 7L);
        assertThat(probe().columns(DATASET, "events"))
                .filteredOn(column -> column.name().equals("place"))
                .extracting(StoredColumn::nullable)
                .containsExactly(true);
    }

    @Test
    void leavesColumnsOutThatAPartDoesNotHave() {
        load(script("1.1")
                .rows(
                        EVENTS,
                        EVENTS.completeColumns().stream()
                                .filter(column -> !column.name().equals("title"))
                                .toList(),
                        List.of(row("id", 1L, "_dlt_id", "r1")))
                .rows(EVENTS, row("id", 2L, "title", "b", "_dlt_id", "r2")));

        assertThat(values("events", "title")).containsExactlyInAnyOrder(null, "b");
    }

    @Test
    void requiresValuesWhereTheSchemaDoes() {
        load(script("1.1").rows(EVENTS, row("id", 1L, "_dlt_id", "r1")));

        assertThat(probe().columns(DATASET, "events"))
                .filteredOn(column -> !column.nullable())
                .extracting(StoredColumn::name)
                .containsExactly("id", "_dlt_load_id", "_dlt_id");
    }

    @Test
    void laysOutTheSystemTablesLikeDlt() {
        load(script("1.1").rows(EVENTS, row("id", 1L, "_dlt_id", "r1")).state(1, "abc"));

        assertThat(names("_dlt_loads"))
                .containsExactly("load_id!", "schema_name", "status!", "inserted_at!", "schema_version_hash");
        assertThat(names("_dlt_version"))
                .containsExactly(
                        "version!", "engine_version!", "inserted_at!", "schema_name!", "version_hash!", "schema!");
        assertThat(names("_dlt_pipeline_state"))
                .containsExactly(
                        "version!",
                        "engine_version!",
                        "pipeline_name!",
                        "state!",
                        "created_at!",
                        "version_hash",
                        "_dlt_load_id!",
                        "_dlt_id!");
    }

    private List<String> names(String table) {
        return probe().columns(DATASET, table).stream()
                .map(column -> column.name() + (column.nullable() ? "" : "!"))
                .toList();
    }

    @Test
    void storesASchemaOnce() {
        load(script("1.1").rows(EVENTS, row("id", 1L, "_dlt_id", "r1")));
        load(script("1.2").rows(EVENTS, row("id", 2L, "_dlt_id", "r2")));
        load(script("1.3").versionHash("other").rows(EVENTS, row("id", 3L, "_dlt_id", "r3")));

        assertThat(values("_dlt_version", "version_hash")).containsExactlyInAnyOrder("hash", "other");
        assertThat(values("_dlt_loads", "status")).containsExactly(0L, 0L, 0L);
    }

    @Test
    void findsTheNewestStateAndSchema() {
        load(script("1.1").rows(EVENTS, row("id", 1L, "_dlt_id", "r1")).state(1, "first"));
        load(script("1.2")
                .rows(EVENTS, row("id", 2L, "_dlt_id", "r2"))
                .versionHash("newer")
                .state(2, "second"));
        load(script("1.3").rows(EVENTS, row("id", 3L, "_dlt_id", "r3")).versionHash("newer"));

        StoredPipeline stored = find(PackageScript.PIPELINE);
        assertThat(stored.state())
                .hasValueSatisfying(state -> assertThat(state.state()).isEqualTo("second"));
        assertThat(stored.state())
                .hasValueSatisfying(state -> assertThat(state.createdAt()).isEqualTo("2026-01-02T03:04:05.123456Z"));
        assertThat(stored.schemaDocument()).contains("{\"name\":\"newer\"}");
        assertThat(find("another").state()).isEmpty();
    }

    @Test
    void findsASchemaThatCameBackAfterAnother() {
        for (String load : List.of("1.1", "1.2", "1.3")) {
            String hash = load.equals("1.2") ? "between" : "returning";
            load(script(load).rows(EVENTS, row("id", 1L, "_dlt_id", "r" + load)).versionHash(hash));
        }

        assertThat(find(PackageScript.PIPELINE).schemaDocument()).contains("{\"name\":\"returning\"}");
    }

    @Test
    void knowsNothingOfANewPlace() {
        assertThat(find(PackageScript.PIPELINE)).isEqualTo(StoredPipeline.unknown());
        assertThat(hasLoaded("1.1")).isFalse();
    }

    private StoredPipeline find(String pipeline) {
        try (DestinationSession session = probe().destination().open(DATASET)) {
            return session.find(pipeline, PackageScript.SCHEMA);
        }
    }

    private boolean hasLoaded(String id) {
        try (DestinationSession session = probe().destination().open(DATASET)) {
            return session.hasLoaded(new LoadId(id));
        }
    }

    @Test
    void loadsAPackageOnlyOnce() {
        load(script("1.1").rows(EVENTS, row("id", 1L, "_dlt_id", "r1")));
        List<TableResult> results = load(script("1.1").rows(EVENTS, row("id", 1L, "_dlt_id", "r1")));

        assertThat(hasLoaded("1.1")).isTrue();
        assertThat(values("events", "id")).containsExactly(1L);
        assertThat(results).extracting(TableResult::rowsNow).containsExactly(1L);
    }

    @Test
    void leavesEverythingAsItWasWhenALoadFails() {
        load(script("1.1").rows(EVENTS, row("id", 1L, "_dlt_id", "r1")));
        TableSchema wider = root("events", WriteDisposition.append(), key("id", DataType.BIGINT), text("more"));
        TableSchema other = root("other", WriteDisposition.append(), bigint("id"));
        PackageScript broken = script("1.2")
                .state(1, "lost")
                .rows(other, row("id", 9L, "_dlt_id", "o1"))
                .rows(wider, row("id", null, "more", "m", "_dlt_id", "r2"));

        assertThatThrownBy(() -> load(broken))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("events")
                .hasMessageContaining(probe().destination().location());
        assertThat(values("events", "id")).containsExactly(1L);
        assertThat(names("events")).doesNotContain("more");
        assertThat(probe().columns(DATASET, "other")).isEmpty();
        assertThat(hasLoaded("1.2")).isFalse();
        assertThat(find(PackageScript.PIPELINE).state()).isEmpty();
    }

    @Test
    void takesOddNames() {
        TableSchema odd = root(
                "select",
                WriteDisposition.append(),
                text("it's \"quoted\""),
                text("group"),
                text("日本"),
                text("filename"),
                bigint("file_row_number"));
        load(
                script("1.1")
                        .rows(
                                odd,
                                row("it's \"quoted\"", "a", "group", "b", "日本", "c", "filename", "d", "_dlt_id", "r1"))
                        .write(),
                "My Data.set");

        assertThat(probe().rows("My Data.set", "select"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("日本", "c").containsEntry("it's \"quoted\"", "a"));
    }

    @Test
    void makesATableAgainThatWasDroppedByHand() {
        load(script("1.1").rows(EVENTS, row("id", 1L, "_dlt_id", "r1")));
        dropTable("events");
        List<TableResult> results = load(script("1.2").rows(EVENTS, row("id", 2L, "_dlt_id", "r2")));

        assertThat(values("events", "id")).containsExactly(2L);
        assertThat(results.get(0).created()).isTrue();
    }

    /** Drops a table of {@link #DATASET} behind the back of the destination. */
    protected abstract void dropTable(String table);
}
