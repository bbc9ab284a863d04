package dev.headrace.testkit.destination;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.key;
import static dev.headrace.testkit.destination.Tables.nested;
import static dev.headrace.testkit.destination.Tables.root;

import dev.headrace.deletes.DeleteLimit;
import dev.headrace.deletes.DeleteOrder;
import dev.headrace.deletes.DeleteResult;
import dev.headrace.deletes.Deletes;
import dev.headrace.destination.TableResult;
import dev.headrace.load.LoadTerms;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the contracts share about rows that a package does not bring although it brings everything there is. */
abstract class DeletesTest extends DestinationTest {

    static final ColumnSchema MARK = ColumnSchema.of(Deletes.COLUMN, DataType.TIMESTAMP);
    static final TableSchema T = root("t", WriteDisposition.merge(), key("id", DataType.BIGINT), bigint("v"));
    static final TableSchema LIST = nested("t__l", "t", bigint("value"));

    /** Packages are begun after all that was loaded before. */
    static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    static LoadTerms terms(Deletes rule, String limit) {
        return new LoadTerms(false, new DeleteOrder(rule, DeleteLimit.of(limit)));
    }

    /** A package that brings everything, and may take all else away. */
    PackageScript all(String id, Deletes rule, TableSchema table) {
        return script(id).begun(LATER).terms(table, terms(rule, "100%"));
    }

    static TableSchema marked(TableSchema table) {
        Map<String, ColumnSchema> columns = new LinkedHashMap<>(table.columnsByName());
        columns.put(MARK.name(), MARK);
        return new TableSchema(
                table.name(), null, table.resource(), table.disposition(), null, columns, table.properties());
    }

    static TableSchema by(MergeStrategy strategy) {
        return root("t", new WriteDisposition.Merge(strategy, false), key("id", DataType.BIGINT), bigint("v"));
    }

    static Map<String, @Nullable Object> t(long id, long v) {
        return row("id", id, "v", v, "_dlt_id", "r" + id + "-" + v);
    }

    static Map<String, @Nullable Object> item(long value, String root, String parent, String rowId) {
        return row(
                "value", value, "_dlt_root_id", root, "_dlt_parent_id", parent, "_dlt_list_idx", 0L, "_dlt_id", rowId);
    }

    static DeleteResult deletes(List<TableResult> results) {
        return Objects.requireNonNull(results.get(0).deletes());
    }

    List<Object> markedIds() {
        List<Object> ids = new ArrayList<>();
        probe().rows(DATASET, "t").forEach(row -> {
            if (row.get(Deletes.COLUMN) != null) {
                ids.add(Objects.requireNonNull(row.get("id")));
            }
        });
        return ids;
    }

    /** The new rows without the column that they never bring. */
    PackageScript bringing(PackageScript script, TableSchema table, List<Map<String, @Nullable Object>> rows) {
        List<ColumnSchema> columns = table.completeColumns().stream()
                .filter(column -> !column.name().equals(Deletes.COLUMN))
                .toList();
        return script.rows(table, columns, rows);
    }
}
