package dev.headrace.testkit.destination;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.nestedWithoutRootKey;
import static dev.headrace.testkit.destination.Tables.root;
import static dev.headrace.testkit.destination.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every destination must do with the strategy that keeps every version of a row. */
public abstract class HistoryContract extends DestinationTest {

    private static final Instant FIRST = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant SECOND = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant THIRD = Instant.parse("2026-03-01T00:00:00Z");
    private static final ColumnSchema FROM =
            ColumnSchema.of("since", DataType.TIMESTAMP).with(Hints.VALID_FROM, true);
    private static final ColumnSchema TO =
            ColumnSchema.of("until", DataType.TIMESTAMP).with(Hints.VALID_TO, true);
    private static final TableSchema LIST = nestedWithoutRootKey("t__l", "t", bigint("value"));
    private static final TableSchema DEEP = nestedWithoutRootKey("t__l__m", "t__l", bigint("value"));

    private static TableSchema versioned(ColumnSchema... columns) {
        List<ColumnSchema> all = new ArrayList<>(Arrays.asList(columns));
        if (all.stream().noneMatch(column -> column.is(Hints.VALID_TO))) {
            all.add(0, TO);
        }
        all.add(0, FROM);
        return root("t", new WriteDisposition.Merge(MergeStrategy.SCD2, false), all.toArray(new ColumnSchema[0]));
    }

    private static TableSchema plain() {
        return versioned(bigint("id"), text("v"));
    }

    /** The same table with a load that counts from {@code boundary} on. */
    private static TableSchema at(Instant boundary, TableSchema table) {
        return at(boundary.toString(), table);
    }

    private static TableSchema at(String boundary, TableSchema table) {
        Map<String, Object> properties = new LinkedHashMap<>(table.properties());
        properties.put(Hints.BOUNDARY_TIMESTAMP, boundary);
        return new TableSchema(
                table.name(), null, table.resource(), table.disposition(), null, table.columnsByName(), properties);
    }

    /** A package whose rows do not bring their validity. */
    private PackageScript script(String loadId, TableSchema table, List<Map<String, @Nullable Object>> rows) {
        List<ColumnSchema> own = table.completeColumns().stream()
                .filter(column -> !column.is(Hints.VALID_FROM) && !column.is(Hints.VALID_TO))
                .toList();
        return script(loadId).rows(table, own, rows);
    }

    private static Map<String, @Nullable Object> version(long id, String v) {
        return row("id", id, "v", v, "_dlt_id", id + v);
    }

    private static Map<String, @Nullable Object> item(String parent, long value) {
        return row("value", value, "_dlt_parent_id", parent, "_dlt_list_idx", 0L, "_dlt_id", parent + "-0");
    }

    /** Each version with its validity. */
    private List<String> versions() {
        return probe().rows(DATASET, "t").stream()
                .map(row -> row.get("_dlt_id") + " " + row.get("since") + " " + row.get("until"))
                .toList();
    }

    @Test
    void endsVersionsThatAreGoneAndBeginsNewOnes() {
        load(script("1.1", plain(), List.of(version(1, "a"), version(2, "b"), version(3, "c"))));
        load(script("1.2", at(SECOND, plain()), List.of(version(1, "a"), version(2, "B"), version(4, "d"))));
        load(script("1.3", at(THIRD, plain()), List.of(version(1, "a"), version(2, "b"), version(4, "d"))));

        assertThat(versions())
                .containsExactlyInAnyOrder(
                        "1a " + FIRST + " null",
                        "2b " + FIRST + " " + SECOND,
                        "3c " + FIRST + " " + SECOND,
                        "2B " + SECOND + " " + THIRD,
                        "4d " + SECOND + " null",
                        "2b " + THIRD + " null");
        assertThat(values("t", "_dlt_load_id")).containsExactlyInAnyOrder("1.1", "1.1", "1.1", "1.2", "1.2", "1.3");
    }

    @Test
    void readsBoundariesAsTheyWereWritten() {
        load(script("1.1", plain(), List.of(version(1, "a"))));
        load(script("1.2", at("2026-02-01", plain()), List.of(version(1, "b"))));
        load(script("1.3", at("2026-03-01T02:00:00+02:00", plain()), List.of(version(1, "c"))));

        assertThat(versions())
                .containsExactlyInAnyOrder(
                        "1a " + FIRST + " " + SECOND, "1b " + SECOND + " " + THIRD, "1c " + THIRD + " null");
    }

    @Test
    void endsEverythingWhenNothingComes() {
        load(script("1.1", plain(), List.of(version(1, "a"))));
        load(script("1.2", at(SECOND, plain()), List.of()));

        assertThat(versions()).containsExactly("1a " + FIRST + " " + SECOND);
    }

    @Test
    void keepsNestedRowsOfAllVersions() {
        load(script("1.1", plain(), List.of(version(1, "a"), version(2, "b")))
                .rows(LIST, item("1a", 10), item("2b", 20))
                .rows(DEEP, item("1a-0", 100)));
        load(script("1.2", at(SECOND, plain()), List.of(version(1, "A"), version(2, "b")))
                .rows(LIST, item("1A", 11), item("2b", 20))
                .rows(DEEP, item("1A-0", 110)));
        load(script("1.3", at(THIRD, plain()), List.of(version(1, "a"), version(2, "b")))
                .rows(LIST, item("1a", 10), item("2b", 20))
                .rows(DEEP, item("1a-0", 100)));

        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(10L, 20L, 11L);
        assertThat(values("t__l__m", "value")).containsExactlyInAnyOrder(100L, 110L);
        assertThat(values("t", "_dlt_id")).containsExactlyInAnyOrder("1a", "2b", "1A", "1a");
    }

    @Test
    void leavesKeysAloneThatDoNotCome() {
        TableSchema table = versioned(text("day").with(Hints.MERGE_KEY, true), bigint("id"));
        load(script(
                "1.1",
                table,
                List.of(row("day", "mo", "id", 1L, "_dlt_id", "mo1"), row("day", "tu", "id", 2L, "_dlt_id", "tu2"))));
        load(script("1.2", at(SECOND, table), List.of(row("day", "mo", "id", 3L, "_dlt_id", "mo3"))));
        load(script("1.3", at(THIRD, table), List.of()));

        assertThat(versions())
                .containsExactlyInAnyOrder(
                        "mo1 " + FIRST + " " + SECOND, "tu2 " + FIRST + " null", "mo3 " + SECOND + " null");
    }

    @Test
    void marksValidVersionsWithATimestamp() {
        Instant never = Instant.parse("9999-12-31T00:00:00Z");
        TableSchema table =
                versioned(TO.with(Hints.ACTIVE_RECORD_TIMESTAMP, never.toString()), bigint("id"), text("v"));
        load(script("1.1", table, List.of(version(1, "a"), version(2, "b"))));
        load(script("1.2", at(SECOND, table), List.of(version(1, "a"))));

        assertThat(versions()).containsExactlyInAnyOrder("1a " + FIRST + " " + never, "2b " + FIRST + " " + SECOND);
    }

    @Test
    void tellsVersionsByAColumnOfTheData() {
        ColumnSchema hash = ColumnSchema.required("hash", DataType.TEXT).with(Hints.ROW_VERSION, true);
        TableSchema table = versioned(bigint("id"), hash);
        load(script("1.1", table, List.of(row("id", 1L, "hash", "x", "_dlt_id", "r1")))
                .rows(LIST, item("r1", 1)));
        load(script(
                        "1.2",
                        at(SECOND, table),
                        List.of(
                                row("id", 1L, "hash", "x", "_dlt_id", "r2"),
                                row("id", 2L, "hash", "y", "_dlt_id", "r3")))
                .rows(LIST, item("r2", 2), item("r3", 3)));

        assertThat(versions()).containsExactlyInAnyOrder("r1 " + FIRST + " null", "r3 " + SECOND + " null");
        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void endsRowsFromBeforeThereWereVersions() {
        load(script("1.1").rows(root("t", WriteDisposition.append(), bigint("id"), text("v")), version(1, "a")));
        load(script("1.2", at(SECOND, plain()), List.of(row("id", 1L, "v", "a", "_dlt_id", "hashed"))));

        assertThat(versions()).containsExactlyInAnyOrder("1a null " + SECOND, "hashed " + SECOND + " null");
    }
}
