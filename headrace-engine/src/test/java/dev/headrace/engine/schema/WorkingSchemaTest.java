package dev.headrace.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
    void saysOfNullOnlyWhatIsSaid() {
        WorkingTable table = hinted(
                List.of(), ColumnSchema.unsaid("a", DataType.BIGINT, Map.of()), ColumnSchema.of("b", DataType.BIGINT));
        table.complete("c", DataType.TEXT);

        assertThat(table.columns())
                .extracting(ColumnSchema::name, ColumnSchema::nullableSaid)
                .containsExactly(tuple("a", false), tuple("b", true), tuple("c", true));
    }

    @Test
    void saysThatAColumnMayBeNullOnceDataGaveItsType() {
        WorkingTable table = hinted(List.of(), ColumnSchema.unsaid("a", null, Map.of("description", "an a")));

        assertThat(table.complete("a", DataType.BIGINT).nullableSaid()).isTrue();
    }

    @Test
    void leavesWhatIsKnownOfNullWhereAHintSaysNothing() {
        hinted(List.of(), ColumnSchema.required("a", DataType.BIGINT));
        WorkingTable table = hinted(List.of(), ColumnSchema.unsaid("a", DataType.BIGINT, Map.of()));

        assertThat(table.findColumn("a"))
                .hasValueSatisfying(column -> assertThat(column.nullable()).isFalse());
    }

    @Test
    void takesTheKeyOfTheResourceForTheOnlyOne() {
        WorkingTable table =
                hinted(List.of("k"), ColumnSchema.unsaid("id", DataType.BIGINT, Map.of(Hints.PRIMARY_KEY, true)));

        assertThat(table.toSchema().columnsWith(Hints.PRIMARY_KEY)).containsExactly("k");
    }

    @Test
    void requiresAKeyUnlessItsColumnSaysOtherwise() {
        WorkingTable table = hinted(
                List.of("a", "b"),
                ColumnSchema.unsaid("a", DataType.BIGINT, Map.of()),
                ColumnSchema.of("b", DataType.BIGINT));

        assertThat(table.columns())
                .extracting(ColumnSchema::name, ColumnSchema::nullable)
                .containsExactly(tuple("a", false), tuple("b", true));
    }

    @Test
    void bringsHintsTogetherThatNameTheSameColumn() {
        WorkingTable table = hinted(
                List.of(),
                ColumnSchema.unsaid("userId", DataType.TEXT, Map.of()),
                ColumnSchema.unsaid("user_id", null, Map.of("description", "who")));

        assertThat(table.columns())
                .containsExactly(ColumnSchema.unsaid("user_id", DataType.TEXT, Map.of("description", "who")));
    }

    private WorkingTable hinted(List<String> primaryKey, ColumnSchema... columns) {
        ResourceHints hints = ResourceHints.none().withPrimaryKey(primaryKey).withColumns(List.of(columns));
        return schema.rootTable(new Resource("t", true, hints));
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
