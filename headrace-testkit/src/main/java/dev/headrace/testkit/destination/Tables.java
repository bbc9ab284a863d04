package dev.headrace.testkit.destination;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Schemas of tables for tests; the columns of the layout are added. */
public final class Tables {

    private static final ColumnSchema ID = ColumnSchema.required(SystemColumns.ID, DataType.TEXT)
            .with(Hints.UNIQUE, true)
            .with(Hints.ROW_KEY, true);

    private Tables() {}

    /** A root table that has seen data. */
    public static TableSchema root(String name, WriteDisposition disposition, ColumnSchema... columns) {
        List<ColumnSchema> all = new ArrayList<>(Arrays.asList(columns));
        all.add(ColumnSchema.required(SystemColumns.LOAD_ID, DataType.TEXT));
        all.add(ID);
        return table(name, null, disposition, all);
    }

    /** A nested table with a root key. */
    public static TableSchema nested(String name, String parent, ColumnSchema... columns) {
        List<ColumnSchema> all = new ArrayList<>(Arrays.asList(columns));
        all.add(ColumnSchema.required(SystemColumns.ROOT_ID, DataType.TEXT).with(Hints.ROOT_KEY, true));
        return nested(name, parent, all);
    }

    /** A nested table without a root key. */
    public static TableSchema nestedWithoutRootKey(String name, String parent, ColumnSchema... columns) {
        return nested(name, parent, new ArrayList<>(Arrays.asList(columns)));
    }

    private static TableSchema nested(String name, String parent, List<ColumnSchema> columns) {
        columns.add(
                ColumnSchema.required(SystemColumns.PARENT_ID, DataType.TEXT).with(Hints.PARENT_KEY, true));
        columns.add(ColumnSchema.required(SystemColumns.LIST_IDX, DataType.BIGINT));
        columns.add(ID);
        return table(name, parent, null, columns);
    }

    private static TableSchema table(
            String name, @Nullable String parent, @Nullable WriteDisposition disposition, List<ColumnSchema> columns) {
        Map<String, ColumnSchema> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.put(column.name(), column));
        Map<String, Object> properties = Map.of(Hints.NORMALIZER, Map.of(Hints.SEEN_DATA, true));
        return new TableSchema(name, parent, parent == null ? name : null, disposition, null, byName, properties);
    }

    /** A column of a primary key. */
    public static ColumnSchema key(String name, DataType type) {
        return ColumnSchema.required(name, type).with(Hints.PRIMARY_KEY, true);
    }

    /** A nullable column of texts. */
    public static ColumnSchema text(String name) {
        return ColumnSchema.of(name, DataType.TEXT);
    }

    /** A nullable column of integers. */
    public static ColumnSchema bigint(String name) {
        return ColumnSchema.of(name, DataType.BIGINT);
    }
}
