package dev.headrace.testkit.destination;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.key;
import static dev.headrace.testkit.destination.Tables.nested;
import static dev.headrace.testkit.destination.Tables.root;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of load that may be interrupted. Generation after generation of rows arrives; each has half of its keys in common with
 * the one before, and two nested rows in each row.
 */
public enum InterruptedKind {
    APPEND(WriteDisposition.append(), "insert-from-staging"),
    TRUNCATE_AND_INSERT(WriteDisposition.replace(), "truncate-and-insert"),
    INSERT_FROM_STAGING(WriteDisposition.replace(), "insert-from-staging"),
    STAGING_OPTIMIZED(WriteDisposition.replace(), "staging-optimized"),
    DELETE_INSERT(WriteDisposition.merge(), "insert-from-staging"),
    UPSERT(new WriteDisposition.Merge(MergeStrategy.UPSERT, false), "insert-from-staging"),
    INSERT_ONLY(new WriteDisposition.Merge(MergeStrategy.INSERT_ONLY, false), "insert-from-staging"),
    SCD2(new WriteDisposition.Merge(MergeStrategy.SCD2, false), "insert-from-staging");

    private static final int ROWS = 400;
    private static final TableSchema LIST = nested("t__l", "t", bigint("value"));

    private final WriteDisposition disposition;
    private final String replaceStrategy;

    InterruptedKind(WriteDisposition disposition, String replaceStrategy) {
        this.disposition = disposition;
        this.replaceStrategy = replaceStrategy;
    }

    /** What the destination is told of how replaced rows go, in the words of configurations. */
    public String replaceStrategy() {
        return replaceStrategy;
    }

    /** The package of a generation, whose load id begins with its number. */
    PackageScript write(PackageScript script, int generation) {
        List<Map<String, @Nullable Object>> roots = new ArrayList<>();
        List<Map<String, @Nullable Object>> lists = new ArrayList<>();
        for (Row row : rows(generation)) {
            String id = rowId(row);
            roots.add(DestinationTest.row("id", row.id, "v", row.generation, "_dlt_id", id));
            for (long index = 0; index < 2; index++) {
                lists.add(DestinationTest.row(
                        "value",
                        row.nested(index),
                        "_dlt_root_id",
                        id,
                        "_dlt_parent_id",
                        id,
                        "_dlt_list_idx",
                        index,
                        "_dlt_id",
                        id + "-" + index));
            }
        }
        TableSchema table = table();
        List<ColumnSchema> brought = table.completeColumns().stream()
                .filter(column -> !column.is(Hints.VALID_FROM) && !column.is(Hints.VALID_TO))
                .toList();
        return script.rows(table, brought, roots).rows(LIST, LIST.completeColumns(), lists);
    }

    private TableSchema table() {
        ColumnSchema id = key("id", DataType.BIGINT);
        if (this != SCD2) {
            return root("t", disposition, id, bigint("v"));
        }
        ColumnSchema from = ColumnSchema.of("since", DataType.TIMESTAMP).with(Hints.VALID_FROM, true);
        ColumnSchema to = ColumnSchema.of("until", DataType.TIMESTAMP).with(Hints.VALID_TO, true);
        return root("t", disposition, from, to, id, bigint("v"));
    }

    private String rowId(Row row) {
        return this == UPSERT || this == INSERT_ONLY ? "k" + row.id : "r" + row.generation + "-" + row.id;
    }

    private static List<Row> rows(int generation) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> new Row((long) generation * ROWS / 2 + i, generation))
                .toList();
    }

    /** The rows that are there once these generations have arrived. */
    Collection<Row> after(List<Integer> generations) {
        List<Row> all = generations.stream().flatMap(g -> rows(g).stream()).toList();
        if (disposition instanceof WriteDisposition.Replace) {
            return generations.isEmpty() ? all : rows(generations.get(generations.size() - 1));
        }
        if (this == APPEND || this == SCD2) {
            return all;
        }
        Map<Long, Row> byKey = new LinkedHashMap<>();
        all.forEach(row -> byKey.merge(row.id, row, (known, next) -> this == INSERT_ONLY ? known : next));
        return byKey.values();
    }

    /** A row of the table: its key, and the generation that it came with. */
    record Row(long id, long generation) {

        Stream<Long> nested() {
            return Stream.of(nested(0), nested(1));
        }

        private long nested(long index) {
            return generation * 1_000_000 + id * 10 + index;
        }
    }
}
