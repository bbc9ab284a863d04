package dev.headrace.postgres;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.key;
import static dev.headrace.testkit.destination.Tables.nested;
import static dev.headrace.testkit.destination.Tables.root;
import static dev.headrace.testkit.destination.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DestinationException;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.DestinationTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Merging where a unique index on the key exists. That rows were replaced in place shows in a table that refers to them: they
 * could not have been deleted.
 */
final class PostgresInPlaceTest extends DestinationTest {

    private static final WriteDisposition UPSERT = new WriteDisposition.Merge(MergeStrategy.UPSERT, false);
    private static final TableSchema LIST = nested("t__l", "t", bigint("value"));

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }

    private static TableSchema table(WriteDisposition disposition, ColumnSchema... columns) {
        return root("t", disposition, columns);
    }

    private static TableSchema table(WriteDisposition disposition) {
        return table(disposition, key("id", DataType.BIGINT), text("v"), bigint("w"));
    }

    private static Map<String, @Nullable Object> item(String root, long value) {
        return row(
                "value",
                value,
                "_dlt_root_id",
                root,
                "_dlt_parent_id",
                root,
                "_dlt_list_idx",
                0L,
                "_dlt_id",
                root + "-0");
    }

    @BeforeEach
    void loadRowsAndReferToThem() {
        load(script("1.1")
                .rows(
                        table(WriteDisposition.merge()),
                        row("id", 1L, "v", "old", "w", 10L, "_dlt_id", "a1"),
                        row("id", 2L, "v", "old", "w", 20L, "_dlt_id", "a2"))
                .rows(LIST, item("a1", 11L), item("a2", 21L)));
        execute("CREATE UNIQUE INDEX ON ds.t (id)");
        execute("CREATE TABLE ds.mine (t bigint REFERENCES ds.t (id)); INSERT INTO ds.mine VALUES (1), (2)");
    }

    private void execute(String sql) {
        ((PostgresProbe) probe()).execute(sql);
    }

    @Test
    void replacesRowsWithTheirNestedRows() {
        load(script("1.2")
                .rows(
                        table(WriteDisposition.merge()),
                        row("id", 1L, "v", "new", "w", 1L, "_dlt_id", "b1"),
                        row("id", 3L, "v", "new", "w", 3L, "_dlt_id", "b3"))
                .rows(LIST, item("b1", 12L), item("b3", 31L)));

        assertThat(values("t", "_dlt_id")).containsExactlyInAnyOrder("b1", "a2", "b3");
        assertThat(values("t", "w")).containsExactlyInAnyOrder(1L, 20L, 3L);
        assertThat(values("t", "_dlt_load_id")).containsExactlyInAnyOrder("1.2", "1.1", "1.2");
        assertThat(values("t__l", "value")).containsExactlyInAnyOrder(12L, 21L, 31L);
    }

    @Test
    void leavesNoNestedRowsOfRowsThatHaveNoneAnyMore() {
        load(script("1.2")
                .rows(table(UPSERT), row("id", 1L, "v", "new", "_dlt_id", "k1"))
                .rows(LIST));

        assertThat(values("t", "_dlt_id")).containsExactlyInAnyOrder("k1", "a2");
        assertThat(values("t__l", "value")).containsExactly(21L);
    }

    @Test
    void emptiesColumnsThatNewRowsDoNotHave() {
        TableSchema table = table(WriteDisposition.merge());
        List<ColumnSchema> without = table.completeColumns().stream()
                .filter(column -> !column.name().equals("w"))
                .toList();
        load(script("1.2").rows(table, without, List.of(row("id", 1L, "v", "new", "_dlt_id", "b1"))));

        assertThat(values("t", "w")).containsExactlyInAnyOrder(null, 20L);
    }

    @Test
    void adoptsNewColumns() {
        load(script("1.2")
                .rows(
                        table(WriteDisposition.merge(), key("id", DataType.BIGINT), text("v"), bigint("w"), text("x")),
                        row("id", 2L, "x", "more", "_dlt_id", "b2")));

        assertThat(values("t", "x")).containsExactlyInAnyOrder(null, "more");
        assertThat(values("t", "v")).containsExactlyInAnyOrder("old", null);
    }

    @Test
    void isNotTriedWhereKeysComeTwice() {
        execute("DROP TABLE ds.mine");
        load(script("1.2")
                .rows(
                        table(UPSERT),
                        row("id", 1L, "v", "first", "_dlt_id", "k1"),
                        row("id", 1L, "v", "last", "_dlt_id", "k1")));

        assertThat(values("t", "v")).containsExactlyInAnyOrder("last", "old");
    }

    @Test
    void isNotTriedWhereAnotherIndexIsUnique() {
        execute("DROP TABLE ds.mine; DROP INDEX ds.t_id_idx; CREATE UNIQUE INDEX ON ds.t (id, w)");
        execute("CREATE TABLE ds.mine (t bigint, w bigint, FOREIGN KEY (t, w) REFERENCES ds.t (id, w));"
                + "INSERT INTO ds.mine VALUES (1, 10)");

        assertThatThrownBy(() ->
                        load(script("1.2").rows(table(UPSERT), row("id", 1L, "v", "new", "w", 10L, "_dlt_id", "k1"))))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("foreign key");
    }
}
