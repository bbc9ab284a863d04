package dev.headrace.engine.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.ContractMode;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaDocumentTest {

    private static final SchemaContent SHOP = SchemaContent.fresh("shop");

    @Test
    void readsBackWhatItWrites() {
        SchemaDocument written = SchemaDocument.fresh("shop").evolvedTo(SHOP.withTables(tables(orders(), lines())));

        SchemaDocument read = SchemaDocument.parse(written.json());

        assertThat(read).isEqualTo(written);
        assertThat(read.content().tables().get("orders")).isEqualTo(orders());
        assertThat(read.content().tables().keySet()).containsExactly("orders", "orders__lines");
    }

    @Test
    void staysAtItsVersionWhileNothingChanges() {
        SchemaDocument first = SchemaDocument.fresh("shop").evolvedTo(SHOP.withTables(tables(orders())));

        assertThat(first.evolvedTo(SHOP.withTables(tables(orders())))).isSameAs(first);
    }

    @Test
    void remembersTheLastTenHashesNewestFirst() {
        SchemaDocument document = SchemaDocument.fresh("shop").evolvedTo(SHOP);
        String first = document.versionHash();
        String newest = "";
        for (int i = 0; i < 11; i++) {
            newest = document.versionHash();
            document = document.evolvedTo(SHOP.withTables(tables(table("t" + i, Map.of()))));
        }

        assertThat(document.version()).isEqualTo(12);
        assertThat(document.previousHashes()).hasSize(10).startsWith(newest).doesNotContain(first);
    }

    @Test
    void namesTheRootsThatHandDownTheirIds() {
        SchemaDocument document = SchemaDocument.fresh("shop").evolvedTo(SHOP.withTables(tables(orders(), lines())));

        assertThat(document.json())
                .contains("\"config\":{\"propagation\":{\"tables\":{\"orders\":{\"_dlt_id\":\"_dlt_root_id\"}}}}");
    }

    @Test
    void namesRootsThatHaveNoNestedTablesYetWhereDltDoes() {
        SchemaDocument document =
                SchemaDocument.fresh("shop").evolvedTo(SHOP.withTables(tables(orders()), Set.of("orders")));

        assertThat(document.json())
                .contains("\"config\":{\"propagation\":{\"tables\":{\"orders\":{\"_dlt_id\":\"_dlt_root_id\"}}}}");
    }

    @Test
    void keepsAForeignDocumentAsItWasWritten() {
        String json = "{ \"version\": 3, \"version_hash\": \"x\", \"engine_version\": 11, \"name\": \"shop\","
                + " \"tables\": {\"t\": {\"columns\": {\"a\": {\"data_type\": \"text\"}}}},"
                + " \"settings\": {}, \"normalizers\": {\"names\": \"dlt.common.normalizers.names.direct\"} }";

        SchemaDocument document = SchemaDocument.parse(json);

        assertThat(document.toSchema().document()).isEqualTo(json);
        assertThat(document.evolvedTo(document.content())).isSameAs(document);
        assertThat(document.content().naming()).isEqualTo("direct");
    }

    @Test
    void givesTheDefaultsOfDltToWhatARootTableLeavesOut() {
        TableSchema table = SchemaDocument.parse(
                        "{\"version\":1,\"version_hash\":\"x\",\"engine_version\":11,\"name\":\"s\",\"tables\":{\"t\":{\"columns\":{\"a\":{}}}}}")
                .toSchema()
                .findTable("t")
                .orElseThrow();

        assertThat(table.disposition()).isEqualTo(WriteDisposition.append());
        assertThat(table.resource()).isEqualTo("t");
        assertThat(table.completeColumns()).isEmpty();
        assertThat(table.findColumn("a")).get().matches(ColumnSchema::nullable);
    }

    @Test
    void readsAContractOfOneModeForEverything() {
        SchemaContent content = SchemaDocument.parse(
                        "{\"version\":1,\"version_hash\":\"x\",\"engine_version\":11,\"name\":\"s\",\"settings\":{\"schema_contract\":\"freeze\"}}")
                .content();

        assertThat(content.contract()).contains(SchemaContract.all(ContractMode.FREEZE));
    }

    @Test
    void keepsAStrategyThatStayedBehindUnderAnotherDisposition() {
        TableSchema table = new TableSchema(
                "t",
                null,
                "t",
                WriteDisposition.append(),
                null,
                Map.of("a", ColumnSchema.of("a", DataType.TEXT)),
                Map.of(Hints.MERGE_STRATEGY, "upsert"));

        SchemaDocument read = SchemaDocument.parse(SchemaDocument.fresh("shop")
                .evolvedTo(SHOP.withTables(tables(table)))
                .json());

        assertThat(read.content().tables()).containsEntry("t", table);
    }

    @Test
    void refusesADocumentOfANewerShape() {
        assertThatThrownBy(() -> SchemaDocument.parse("{\"engine_version\":12,\"name\":\"s\"}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("engine_version is 12");
    }

    private static TableSchema orders() {
        Map<String, ColumnSchema> columns = new LinkedHashMap<>();
        columns.put("id", ColumnSchema.required("id", DataType.BIGINT).with(Hints.PRIMARY_KEY, true));
        columns.put("total", ColumnSchema.of("total", DataType.DECIMAL).with(Hints.PRECISION, 10L));
        columns.put("declared", new ColumnSchema("declared", null, true, Map.of("x-note", "é")));
        return new TableSchema(
                "orders",
                null,
                "Orders",
                new WriteDisposition.Merge(MergeStrategy.UPSERT, true),
                new SchemaContract(ContractMode.EVOLVE, ContractMode.DISCARD_VALUE, ContractMode.FREEZE),
                columns,
                Map.of(Hints.NORMALIZER, Map.of("seen-data", true)));
    }

    private static TableSchema lines() {
        ColumnSchema rootId =
                ColumnSchema.required("_dlt_root_id", DataType.TEXT).with(Hints.ROOT_KEY, true);
        return new TableSchema("orders__lines", "orders", null, null, null, Map.of("_dlt_root_id", rootId), Map.of());
    }

    private static TableSchema table(String name, Map<String, ColumnSchema> columns) {
        return new TableSchema(name, null, name, WriteDisposition.append(), null, columns, Map.of());
    }

    private static Map<String, TableSchema> tables(TableSchema... tables) {
        Map<String, TableSchema> byName = new LinkedHashMap<>();
        List.of(tables).forEach(table -> byName.put(table.name(), table));
        return byName;
    }
}
