package dev.headrace.engine.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.schema.DataType;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.source.ResourceHints;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The layouts that dlt gives to typical records; the ids are those that dlt computes. */
class WorkedExamplesTest {

    private static final String ORDER = """
            {"id":1,"customer":{"name":"Ann","address":{"city":"Oslo"}},"total":12.5,
             "createdAt":"2024-01-15T10:00:00+02:00",
             "lines":[{"sku":"A-1","qty":2,"tags":["red","xl"]},{"sku":"B-2","qty":1}]}""";

    @Test
    void upsertDerivesAllIdsFromTheKey() {
        ResourceHints hints = new ResourceHints(
                "orders",
                Run.merging(MergeStrategy.UPSERT).disposition(),
                List.of("id"),
                List.of(),
                List.of(),
                null,
                null,
                Map.of());
        Run run = Run.of(hints).page("[" + ORDER + "]").finish();

        assertThat(run.columns("orders"))
                .containsExactly(
                        "id bigint",
                        "total double",
                        "created_at timestamp",
                        "customer__name text",
                        "customer__address__city text",
                        "_dlt_load_id text",
                        "_dlt_id text");
        assertThat(run.tables.all("orders"))
                .containsExactly(Map.of(
                        "id", "1",
                        "total", "12.5",
                        "created_at", "2024-01-15T08:00:00Z",
                        "customer__name", "Ann",
                        "customer__address__city", "Oslo",
                        "_dlt_load_id", "1700000000.5",
                        "_dlt_id", "z5jIxXIbUnmbKw"));
        assertThat(run.columns("orders__lines"))
                .containsExactly(
                        "sku text",
                        "qty bigint",
                        "_dlt_root_id text",
                        "_dlt_parent_id text",
                        "_dlt_list_idx bigint",
                        "_dlt_id text");
        assertThat(run.tables.values("orders__lines", "_dlt_id")).containsExactly("TBKFf60wvzrX2A", "wnUXdpVhn8gkYw");
        assertThat(run.tables.all("orders__lines__tags"))
                .containsExactly(
                        Map.of(
                                "value", "red",
                                "_dlt_root_id", "z5jIxXIbUnmbKw",
                                "_dlt_parent_id", "TBKFf60wvzrX2A",
                                "_dlt_list_idx", "0",
                                "_dlt_id", "bnrFi2MxmjIOZQ"),
                        Map.of(
                                "value", "xl",
                                "_dlt_root_id", "z5jIxXIbUnmbKw",
                                "_dlt_parent_id", "TBKFf60wvzrX2A",
                                "_dlt_list_idx", "1",
                                "_dlt_id", "TMcYXhxciGZV+w"));
    }

    @Test
    void appendHasNoRootIdAndRandomIds() {
        Run run = Run.ofPage("[" + ORDER + "," + ORDER + "]");

        assertThat(run.columns("t__lines"))
                .containsExactly(
                        "sku text", "qty bigint", "_dlt_parent_id text", "_dlt_list_idx bigint", "_dlt_id text");
        List<String> ids = run.tables.values("t", "_dlt_id");
        assertThat(ids).doesNotHaveDuplicates().hasSize(2).allMatch(id -> id.matches("[A-Za-z0-9+/]{14}"));
        assertThat(run.tables.values("t__lines", "_dlt_parent_id"))
                .containsExactly(ids.get(0), ids.get(0), ids.get(1), ids.get(1));
        assertThat(run.tables.values("t__lines", "_dlt_id")).doesNotHaveDuplicates();
    }

    @Test
    void mergePropagatesTheRootIdAndRequiresTheKey() {
        Run run = Run.of(Run.merging(MergeStrategy.DELETE_INSERT, "id"))
                .page("[" + ORDER + "," + ORDER + "]")
                .finish();

        List<String> ids = run.tables.values("t", "_dlt_id");
        assertThat(run.tables.values("t__lines__tags", "_dlt_root_id"))
                .containsExactly(ids.get(0), ids.get(0), ids.get(1), ids.get(1));
        assertThat(run.table("t").findColumn("id").orElseThrow().nullable()).isFalse();
        assertThat(run.table("t").columnsWith("primary_key")).containsExactly("id");
    }

    @Test
    void takesListsOfAnything() {
        Run run = Run.ofPage("[{\"id\":1,\"o\":[null,1,{\"x\":1}]}]");

        assertThat(run.columns("t__o"))
                .containsExactly(
                        "_dlt_parent_id text", "_dlt_list_idx bigint", "_dlt_id text", "value bigint", "x bigint");
        assertThat(run.data("t__o")).containsExactly(Map.of(), Map.of("value", "1"), Map.of("x", "1"));
        assertThat(run.tables.values("t__o", "_dlt_list_idx")).containsExactly("0", "1", "2");
    }

    @Test
    void takesListsOfLists() {
        Run run = Run.ofPage("[{\"id\":1,\"m\":[[1,2],[3]],\"n\":[[{\"a\":1}],[]]}]");

        assertThat(run.columns("t__m")).containsExactly("_dlt_parent_id text", "_dlt_list_idx bigint", "_dlt_id text");
        assertThat(run.data("t__m")).hasSize(2);
        assertThat(run.data("t__m__list"))
                .containsExactly(Map.of("value", "1"), Map.of("value", "2"), Map.of("value", "3"));
        List<String> ids = run.tables.values("t__m", "_dlt_id");
        assertThat(run.tables.values("t__m__list", "_dlt_parent_id"))
                .containsExactly(ids.get(0), ids.get(0), ids.get(1));
        assertThat(run.tables.values("t__m__list", "_dlt_list_idx")).containsExactly("0", "1", "0");
        assertThat(run.data("t__n")).hasSize(2);
        assertThat(run.data("t__n__list")).containsExactly(Map.of("a", "1"));
    }

    @Test
    void letsObjectScalarAndListOfOneKeyCoexist() {
        Run run = Run.ofPage("[{\"a\":{\"b\":1}},{\"a\":5},{\"a\":[{\"b\":1}]}]");

        assertThat(run.dataColumns("t")).containsExactly("a__b bigint", "a bigint");
        assertThat(run.data("t")).containsExactly(Map.of("a__b", "1"), Map.of("a", "5"), Map.of());
        assertThat(run.data("t__a")).containsExactly(Map.of("b", "1"));
    }

    @Test
    void ordersColumnsFromTheLastNestedObjectToTheFirst() {
        Run run = Run.ofPage(
                "[{\"a\":{\"x\":1},\"b\":{\"y\":2,\"w\":{\"q\":3},\"v\":4},\"c\":5,\"d\":{\"l\":[1]},\"e\":[2]}]");

        assertThat(run.columns("t"))
                .containsExactly(
                        "c bigint",
                        "b__y bigint",
                        "b__v bigint",
                        "b__w__q bigint",
                        "a__x bigint",
                        "_dlt_load_id text",
                        "_dlt_id text");
        assertThat(run.tableNames()).containsExactly("t", "t__e", "t__d__l");
    }

    @Test
    void wrapsRecordsThatAreNoObjects() {
        Run scalars = Run.ofPage("[1,\"a\",null,2.5]");
        assertThat(scalars.dataColumns("t"))
                .containsExactly("value bigint", "value__v_text text", "value__v_double double");
        assertThat(scalars.data("t"))
                .containsExactly(
                        Map.of("value", "1"), Map.of("value__v_text", "a"), Map.of(), Map.of("value__v_double", "2.5"));

        Run lists = Run.ofPage("[[1,2],[3]]");
        assertThat(lists.data("t")).containsExactly(Map.of(), Map.of());
        assertThat(lists.data("t__value"))
                .containsExactly(Map.of("value", "1"), Map.of("value", "2"), Map.of("value", "3"));
    }

    @Test
    void loadsEmptyRecords() {
        Run run = Run.ofPage("[{},{\"e\":{},\"l\":[]},{\"n\":null}]");

        assertThat(run.columns("t")).containsExactly("_dlt_load_id text", "_dlt_id text");
        assertThat(run.data("t")).containsExactly(Map.of(), Map.of(), Map.of());
        assertThat(run.tableNames()).containsExactly("t");
    }

    @Test
    void keepsIdsThatTheDataBrings() {
        Run run = Run.ofPage("""
                [{"id":1,"l":[{"_dlt_id":"c1","_dlt_list_idx":7,"_dlt_parent_id":"zz"},{}],
                  "_dlt_id":"my-id","_dlt_load_id":"custom"}]""");

        assertThat(run.tables.all("t").get(0))
                .containsEntry("_dlt_id", "my-id")
                .containsEntry("_dlt_load_id", "1700000000.5");
        assertThat(run.tables.all("t__l").get(0))
                .isEqualTo(Map.of("_dlt_id", "c1", "_dlt_list_idx", "7", "_dlt_parent_id", "zz"));
        assertThat(run.tables.all("t__l").get(1))
                .containsEntry("_dlt_parent_id", "my-id")
                .containsEntry("_dlt_id", dev.headrace.engine.identity.RowIds.childId("my-id", "t__l", 1));
    }

    @Test
    void keepsHintedJsonWhole() {
        Run run = Run.of(Run.withColumns(Run.column("o", DataType.JSON), Run.column("l", DataType.JSON)))
                .page("[{\"id\":1,\"o\":{ \"a\": {\"b\" :1}},\"l\":[{\"x\":[1]}]}, {\"o\":{\"a b\":\"c \\\" d\"}}]")
                .finish();

        assertThat(run.dataColumns("t")).containsExactly("o json", "l json", "id bigint");
        assertThat(run.data("t"))
                .containsExactly(
                        Map.of("o", "{\"a\":{\"b\":1}}", "l", "[{\"x\":[1]}]", "id", "1"),
                        Map.of("o", "{\"a b\":\"c \\\" d\"}"));
    }

    @Test
    void derivesVersionsOfRowsFromTheirContent() {
        Run run = Run.of(Run.merging(MergeStrategy.SCD2))
                .page(
                        "[{\"nk\":1,\"c1\":\"foo\",\"c2\":{\"nc1\":\"foo\"}},{\"nk\":2,\"c1\":\"bar\",\"c2\":{\"nc1\":\"bar\"}}]")
                .finish();

        assertThat(run.tables.values("t", "_dlt_id")).containsExactly("OTPbGyxWlJzmpA", "S41QIpRa9Fwh0w");
    }

    @Test
    void derivesIdsFromNumbersAsOrjsonWritesThem() {
        Run run = Run.of(Run.merging(MergeStrategy.UPSERT, "id"))
                .page("[{\"id\":1e-7},{\"id\":0.00001},{\"id\":1e22}]")
                .finish();

        assertThat(run.tables.values("t", "_dlt_id"))
                .containsExactly("u+/2soluJO4U2Q", "/xfddsYNuBNu8A", "58pJLHEhw3ztmQ");
    }
}
