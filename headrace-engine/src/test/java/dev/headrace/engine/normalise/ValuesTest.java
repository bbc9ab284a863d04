package dev.headrace.engine.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.MergeStrategy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Types of columns, variants and nulls. */
class ValuesTest {

    @Test
    void infersTypesFromTheFirstValue() {
        Run run = Run.ofPage("""
                [{"ts":"2024-01-15T10:00:00Z","date":"2024-01-15","num":"12","i":1,"d":1.0,"e":1e3,"b":true,"z":null}]""");

        assertThat(run.dataColumns("t"))
                .containsExactly("ts timestamp", "date text", "num text", "i bigint", "d double", "e double", "b bool");
        assertThat(run.data("t"))
                .containsExactly(Map.of(
                        "ts", "2024-01-15T10:00:00Z",
                        "date", "2024-01-15",
                        "num", "12",
                        "i", "1",
                        "d", "1.0",
                        "e", "1000.0",
                        "b", "true"));
    }

    @Test
    void sendsWhatDoesNotConvertToVariants() {
        Run run = Run.ofPage(
                "[{\"v\":1},{\"v\":\"x\"},{\"v\":2.5},{\"v\":\"5\"},{\"v\":3.0},{\"v\":\"y\"},{\"v\":true}]");

        assertThat(run.dataColumns("t"))
                .containsExactly("v bigint", "v__v_text text", "v__v_double double", "v__v_bool bool");
        assertThat(run.data("t"))
                .containsExactly(
                        Map.of("v", "1"),
                        Map.of("v__v_text", "x"),
                        Map.of("v__v_double", "2.5"),
                        Map.of("v", "5"),
                        Map.of("v", "3"),
                        Map.of("v__v_text", "y"),
                        Map.of("v__v_bool", "true"));
        assertThat(run.table("t").columnsWith("variant")).containsExactly("v__v_text", "v__v_double", "v__v_bool");
    }

    @Test
    void takesTheLaterOfTwoValuesForOneColumnAlsoIfItIsNull() {
        Run run = Run.ofPage("""
                [{"A":1},{"a":null},{"A":2,"a":null},{"A":[3],"a":4},{"A":{"x":5},"a":{"y":6}},{"a":7,"A":[8]}]""");

        assertThat(run.data("t"))
                .containsExactly(
                        Map.of("a", "1"),
                        Map.of(),
                        Map.of(),
                        Map.of("a", "4"),
                        Map.of("a__x", "5", "a__y", "6"),
                        Map.of("a", "7"));
        assertThat(run.data("t__a")).containsExactly(Map.of("value", "3"), Map.of("value", "8"));
    }

    @Test
    void takesTheValueInsideAnObjectForOneBesideIt() {
        Run run = Run.ofPage("""
                [{"a":{"b":1}},{"a__b":null},{"a":{"b":2},"a__b":null},{"a":{"b":null},"a__b":3}]""");

        assertThat(run.data("t")).containsExactly(Map.of("a__b", "1"), Map.of(), Map.of("a__b", "2"), Map.of());
    }

    @Test
    void namesVariantsForTextAfterTextAlsoWhereTheyHoldTimes() {
        Run run = Run.ofPage("""
                [{"a":1,"b":1},{"a":"x","b":"2024-01-15T10:00:00Z"},{"a":"2024-01-15T10:00:00Z","b":"2024-01-16"}]""");

        assertThat(run.dataColumns("t")).contains("a__v_text text", "b__v_text timestamp");
        assertThat(run.data("t"))
                .containsExactly(
                        Map.of("a", "1", "b", "1"),
                        Map.of("a__v_text", "x", "b__v_text", "2024-01-15T10:00:00Z"),
                        Map.of("a__v_text", "2024-01-15T10:00:00Z", "b__v_text", "2024-01-16T00:00:00Z"));
    }

    @Test
    void makesAVariantOfAVariantThatHoldsTimesForOtherText() {
        Run run = Run.ofPage("""
                [{"v":1},{"v":"2024-01-15T10:00:00Z"},{"v":"x"},{"v":"y"}]""");

        assertThat(run.data("t"))
                .containsExactly(
                        Map.of("v", "1"),
                        Map.of("v__v_text", "2024-01-15T10:00:00Z"),
                        Map.of("v__v_text__v_text", "x"),
                        Map.of("v__v_text__v_text", "y"));
    }

    @Test
    void reusesVariantsInTheNextRun() {
        Run first = Run.ofPage("[{\"v\":1},{\"v\":\"x\"}]");
        Run second = first.next(dev.headrace.source.ResourceHints.none())
                .page("[{\"v\":\"y\"}]")
                .finish();

        assertThat(second.dataColumns("t")).containsExactly("v bigint", "v__v_text text");
        assertThat(second.data("t")).containsExactly(Map.of("v__v_text", "y"));
    }

    @Test
    void convertsIntoTheTypeOfTheColumn() {
        Run run = Run.ofPage("""
                [{"s":"a","d":1.5,"b":true,"t":"2024-01-15T10:00:00"},
                 {"s":1,"d":2,"b":0.5,"t":"2024-01-16"},{"s":true,"d":"7.25","b":"no","t":60},{"s":1.0}]""");

        assertThat(run.data("t"))
                .containsExactly(
                        Map.of("s", "a", "d", "1.5", "b", "true", "t", "2024-01-15T10:00:00Z"),
                        Map.of("s", "1", "d", "2.0", "b", "true", "t", "2024-01-16T00:00:00Z"),
                        Map.of("s", "True", "d", "7.25", "b", "false", "t", "1970-01-01T00:01:00Z"),
                        Map.of("s", "1.0"));
        assertThat(run.dataColumns("t")).hasSize(4);
    }

    @Test
    void keepsAllDigitsOfIntegersBeyond64Bits() {
        Run run = Run.ofPage("""
                [{"v":9223372036854775807,"w":9223372036854775808},{"v":9223372036854775808},
                 {"w":123456789012345678901234567890123456789012},{"v":-9223372036854775808}]""");

        assertThat(run.data("t"))
                .containsExactly(
                        Map.of("v", "9223372036854775807", "w", "9223372036854775808"),
                        Map.of("v__v_wei", "9223372036854775808"),
                        Map.of("w__v_text", "123456789012345678901234567890123456789012"),
                        Map.of("v", "-9223372036854775808"));
    }

    @Test
    void keepsTheWordNanOutOfNumbers() {
        Run run = Run.ofPage("[{\"v\":1.5},{\"v\":\"nan\"}]");

        assertThat(run.data("t")).containsExactly(Map.of("v", "1.5"), Map.of("v__v_text", "nan"));
    }

    @Test
    void resolvesEscapesInKeysAndValues() {
        Run run = Run.ofPage("[{\"a\":\"x\\u00e9\\n\\\"\"},{\"\\u0061\":\"\\ud83d\\ude80\"},{\"a\":\"plain\"}]");

        assertThat(run.dataColumns("t")).containsExactly("a text");
        assertThat(run.tables.values("t", "a")).containsExactly("xé\n\"", "🚀", "plain");
    }

    @Test
    void completesHintedColumnsFromData() {
        Run run = Run.of(Run.withColumns(
                        Run.column("later", DataType.DOUBLE),
                        new ColumnSchema("orderID", null, true, Map.of("description", "who")),
                        Run.column("n", DataType.BIGINT)))
                .page("[{\"x\":1,\"orderID\":\"a\",\"n\":\"12\"},{\"n\":\"abc\"}]")
                .finish();

        assertThat(run.dataColumns("t"))
                .containsExactly("later double", "n bigint", "x bigint", "order_id text", "n__v_text text");
        assertThat(run.table("t").findColumn("order_id").orElseThrow().hints()).containsEntry("description", "who");
        assertThat(run.data("t"))
                .containsExactly(Map.of("x", "1", "order_id", "a", "n", "12"), Map.of("n__v_text", "abc"));
    }

    @Test
    void neverMakesAColumnOfNulls() {
        Run run =
                Run.ofPage("[{\"id\":1,\"n\":null,\"v\":\"a\"},{\"id\":2,\"v\":null},{\"n\":{\"x\":1}},{\"n\":null}]");

        assertThat(run.dataColumns("t")).containsExactly("id bigint", "v text", "n__x bigint");
        assertThat(run.data("t"))
                .containsExactly(Map.of("id", "1", "v", "a"), Map.of("id", "2"), Map.of("n__x", "1"), Map.of());
    }

    @Test
    void refusesNullInARequiredColumn() {
        Run run = Run.of(Run.withColumns(ColumnSchema.required("v", DataType.TEXT)));

        assertThatThrownBy(() -> run.page("[{\"id\":1,\"v\":\"x\"},{\"id\":2,\"v\":null}]"))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("'v'", "'t'", "record 2");
        run.finish();
        assertThat(run.tables.names()).isEmpty();
    }

    @Test
    void refusesNullInAKey() {
        Run run = Run.of(Run.merging(MergeStrategy.DELETE_INSERT, "id"));

        assertThatThrownBy(() -> run.page("[{\"id\":null}]")).hasMessageContainingAll("'id'", "'t'", "record 1");
    }

    @Test
    void missesAKeyThatNoRecordHas() {
        Run run = Run.of(Run.merging(MergeStrategy.DELETE_INSERT, "ident")).page("[{\"id\":1}]");

        assertThatThrownBy(run::finish).isInstanceOf(DataException.class).hasMessageContainingAll("'ident'", "'t'");
    }

    @Test
    void marksSystemColumns() {
        Run run = Run.of(Run.merging(MergeStrategy.DELETE_INSERT, "id"))
                .page("[{\"id\":1,\"l\":[1]}]")
                .finish();

        assertThat(run.table("t").columnsWith("unique")).containsExactly("_dlt_id");
        assertThat(run.table("t").columnsWith("row_key")).containsExactly("_dlt_id");
        assertThat(run.table("t__l").columnsWith("parent_key")).containsExactly("_dlt_parent_id");
        assertThat(run.table("t__l").columnsWith("root_key")).containsExactly("_dlt_root_id");
        assertThat(run.table("t__l").columns().stream()
                        .filter(column -> !column.nullable())
                        .map(ColumnSchema::name))
                .containsExactly("_dlt_root_id", "_dlt_parent_id", "_dlt_list_idx", "_dlt_id");
        assertThat(run.table("t").properties()).containsEntry("x-normalizer", Map.of("seen-data", true));
    }

    @Test
    void spendsTheNestingBudgetOnObjectsAndLists() {
        String page = "[{\"id\":1,\"o\":{\"a\":{\"b\":1}},\"l\":[{\"x\":[1],\"y\":{\"z\":2,\"w\":[5]}}]}]";

        Run none = Run.of(Run.withNesting(0)).page(page).finish();
        assertThat(none.dataColumns("t")).containsExactlyInAnyOrder("id bigint", "o json", "l json");
        Run one = Run.of(Run.withNesting(1)).page(page).finish();
        assertThat(one.dataColumns("t")).containsExactlyInAnyOrder("id bigint", "o__a json");
        assertThat(one.dataColumns("t__l")).containsExactlyInAnyOrder("x json", "y json");
        Run two = Run.of(Run.withNesting(2)).page(page).finish();
        assertThat(two.dataColumns("t")).containsExactlyInAnyOrder("id bigint", "o__a__b bigint");
        assertThat(two.dataColumns("t__l")).containsExactlyInAnyOrder("y__z bigint", "y__w json");
        assertThat(two.dataColumns("t__l__x")).containsExactly("value bigint");
        Run three = Run.of(Run.withNesting(3)).page(page).finish();
        assertThat(three.tableNames()).containsExactly("t", "t__l", "t__l__x", "t__l__y__w");
    }

    @Test
    void keepsAJsonColumnWhenTheBudgetGrows() {
        Run first = Run.of(Run.withNesting(0)).page("[{\"o\":{\"a\":1}}]").finish();
        Run second = first.next(dev.headrace.source.ResourceHints.none())
                .page("[{\"o\":{\"a\":2}}]")
                .finish();

        assertThat(second.data("t")).containsExactly(Map.of("o", "{\"a\":2}"));
        assertThat(second.tables.names()).isEqualTo(List.of("t"));
    }

    @Test
    void letsALaterEmptyListTakeThePlaceOfAnEarlierListForTheSameTable() {
        Run run = Run.ofPage("[{\"a\":[1]},{\"a\":[2],\"A\":[]},{\"A\":[],\"a\":[3]}]");

        assertThat(run.data("t")).hasSize(3);
        assertThat(run.tables.values("t__a", "value")).containsExactly("1", "3");
    }

    @Test
    void keepsTheRowsOfListsForOneTableThatLieInDifferentObjects() {
        Run run = Run.ofPage("[{\"a__b\":[1],\"a\":{\"b\":[2]}},{\"a\":{\"b\":[4]},\"a__b\":[3]},"
                + "{\"a__b\":[5],\"a\":{\"b\":[]}},{\"a\":{\"b\":[]},\"a__b\":[6]}]");

        assertThat(run.tables.values("t__a__b", "value")).containsExactly("1", "2", "3", "4", "5", "6");
    }
}
