package dev.headrace.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.engine.naming.Naming;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.Resource;
import dev.headrace.source.ResourceHints;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkingSchemaTest {

    private static final SchemaSettings SETTINGS = SchemaSettings.of(Naming.of("snake_case", 63));

    private final WorkingSchema schema = WorkingSchema.empty(SETTINGS);

    private void add(String name, WriteDisposition disposition) {
        schema.rootTable(new Resource(name, true, ResourceHints.none().withDisposition(disposition)));
    }

    @Test
    void namesTheRootsThatAreMergedEvenWithoutNestedTables() {
        add("added", WriteDisposition.append());
        add("replaced", WriteDisposition.replace());
        add("merged", WriteDisposition.merge());
        add("upserted", new WriteDisposition.Merge(MergeStrategy.UPSERT, false));
        add("kept", new WriteDisposition.Merge(MergeStrategy.INSERT_ONLY, false));
        add("versioned", new WriteDisposition.Merge(MergeStrategy.SCD2, false));

        assertThat(schema.rootsWithKeys()).containsExactly("merged", "upserted", "kept");
    }

    @Test
    void goesOnNamingARootWhoseNestedTablesHaveItsKey() {
        ColumnSchema key =
                ColumnSchema.required(SystemColumns.ROOT_ID, DataType.TEXT).with(Hints.ROOT_KEY, true);
        TableSchema root = table("t", null, WriteDisposition.append(), Map.of());
        TableSchema list = table("t__l", "t", null, Map.of());
        TableSchema deep = table("t__l__m", "t__l", null, Map.of(key.name(), key));
        TableSchema other = table("u", null, WriteDisposition.append(), Map.of());

        assertThat(WorkingSchema.of(List.of(root, list, deep, other), SETTINGS).rootsWithKeys())
                .containsExactly("t");
    }

    @Test
    void namesNoSystemTable() {
        add("_dlt_own", WriteDisposition.merge());

        assertThat(schema.rootsWithKeys()).isEmpty();
    }

    private static TableSchema table(
            String name,
            @Nullable String parent,
            @Nullable WriteDisposition disposition,
            Map<String, ColumnSchema> columns) {
        return new TableSchema(name, parent, null, disposition, null, columns, Map.of());
    }
}
