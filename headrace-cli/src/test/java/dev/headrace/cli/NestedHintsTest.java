package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a resource may say about the tables nested in its own; expected tables and ids are those of dlt 1.26. */
class NestedHintsTest extends CommandLineTest {

    private static final String HISTORY_BY_KEY = """
            nested_hints: {m: {merge_key: k, write_disposition: {disposition: merge, strategy: scd2},
              columns: {k: {data_type: bigint, nullable: true}}}}""";

    private static final String BEFORE =
            "[{\"id\":1,\"lines\":[{\"sku\":\"a\",\"tags\":[{\"t\":1},{\"t\":2}]},{\"sku\":\"b\"}]},{\"id\":2,\"lines\":[{\"sku\":\"c\"}]}]";
    private static final String AFTER =
            "[{\"id\":1,\"lines\":[{\"sku\":\"a\",\"qty\":5,\"tags\":[{\"t\":9}]},{\"sku\":\"d\"}]}]";

    private Shell.Output attempt(String answer, String hints) {
        shell.write("o.yml", """
                source:
                  client: {base_url: "%s", paginator: single_page}
                  resources:
                    - {name: orders, endpoint: orders, %s}
                """.formatted(api.url(), hints));
        api.on("/orders", Answer.json(answer));
        return shell.headrace("run", "o.yml");
    }

    private void load(String answer, String hints) {
        Shell.Output done = attempt(answer, hints);
        assertThat(done.exit()).as(done.all()).isZero();
    }

    private List<String> rows(String query) {
        return new Database(shell.path("o.duckdb")).rows(query.replace("FROM ", "FROM o_dataset."));
    }

    private List<String> columns(String table) {
        return new Database(shell.path("o.duckdb"))
                .rows("SELECT column_name, data_type, is_nullable FROM information_schema.columns WHERE table_name = '"
                        + table + "' ORDER BY ordinal_position");
    }

    @Test
    void givesColumnsOfANestedTableTheirTypes() {
        load(BEFORE, """
                nested_hints: {lines: {columns: {
                  price: {data_type: decimal, precision: 10, scale: 2}, sku: {data_type: text, nullable: false}}}}""");

        assertThat(columns("orders__lines"))
                .containsExactly(
                        "price|DECIMAL(10,2)|YES",
                        "sku|VARCHAR|NO",
                        "_dlt_parent_id|VARCHAR|NO",
                        "_dlt_list_idx|BIGINT|NO",
                        "_dlt_id|VARCHAR|NO");
    }

    @Test
    void reachesListsInListsByTheirJoinedNames() {
        load(BEFORE, "nested_hints: {lines__tags: {columns: {t: {data_type: text}}}}");

        assertThat(columns("orders__lines__tags")).startsWith("t|VARCHAR|YES", "_dlt_parent_id|VARCHAR|NO");
        assertThat(rows("SELECT t FROM orders__lines__tags ORDER BY 1")).containsExactly("1", "2");
    }

    @Test
    void makesANestedTableWithAKeyATableOfItsOwn() {
        String hints = "nested_hints: {lines: {primary_key: sku, write_disposition: merge}}";
        load(BEFORE, hints);
        load(AFTER, hints);

        assertThat(columns("orders__lines"))
                .containsExactly("sku|VARCHAR|NO", "_dlt_load_id|VARCHAR|NO", "_dlt_id|VARCHAR|NO", "qty|BIGINT|YES");
        assertThat(rows("SELECT sku, qty FROM orders__lines ORDER BY 1"))
                .containsExactly("a|5", "b|null", "c|null", "d|null");
        assertThat(rows("SELECT t FROM orders__lines__tags JOIN o_dataset.orders__lines l ON l._dlt_id = _dlt_root_id"))
                .containsExactly("9");
        assertThat(rows("SELECT id FROM orders ORDER BY 1")).containsExactly("1", "1", "2");
    }

    @Test
    void appendsToATableOfItsOwnUnlessToldOtherwise() {
        String hints = "primary_key: id, write_disposition: merge, nested_hints: {lines: {primary_key: sku}}";
        load(BEFORE, hints);
        load(AFTER, hints);

        assertThat(rows("SELECT sku FROM orders__lines ORDER BY 1")).containsExactly("a", "a", "b", "c", "d");
        assertThat(columns("orders__lines"))
                .startsWith("sku|VARCHAR|NO", "_dlt_root_id|VARCHAR|NO", "_dlt_load_id|VARCHAR|NO");
    }

    @Test
    void derivesTheIdsOfATableOfItsOwnFromItsKey() {
        String upsert = "write_disposition: {disposition: merge, strategy: upsert}";
        load(BEFORE, "primary_key: id, " + upsert + ", nested_hints: {lines: {primary_key: sku, " + upsert + "}}");

        assertThat(rows("SELECT sku, _dlt_root_id, _dlt_id FROM orders__lines ORDER BY 1"))
                .containsExactly(
                        "a|z5jIxXIbUnmbKw|17zWuLnH6yWdHg",
                        "b|z5jIxXIbUnmbKw|cxFxR/eKoqT4Qw",
                        "c|M6/KlLzJ2FeV/w|34nC4Dm69ZEvAw");
        assertThat(rows("SELECT _dlt_root_id, _dlt_id FROM orders__lines__tags ORDER BY t"))
                .containsExactly("17zWuLnH6yWdHg|PdTJUTTFW0wm4w", "17zWuLnH6yWdHg|jp8eQwbjXJa+9w");
    }

    @Test
    void derivesTheIdsOfPlainValuesToo() {
        String upsert = "write_disposition: {disposition: merge, strategy: upsert}";
        load("[{\"id\":1,\"l\":[1,2]}]", "nested_hints: {l: {primary_key: value, " + upsert + "}}");

        assertThat(rows("SELECT value, _dlt_id FROM orders__l ORDER BY 1"))
                .containsExactly("1|bTme9JIWNsFL5A", "2|MPlKVNw+4KdHHg");
    }

    @Test
    void keepsTheVersionsOfListsInListsThatStayedAsTheyWere() {
        load("[{\"id\":1,\"m\":[[1],[2],{\"k\":1}]}]", HISTORY_BY_KEY);
        load("[{\"id\":1,\"m\":[[1],[2,3],{\"k\":1}]}]", HISTORY_BY_KEY);

        assertThat(rows("SELECT _dlt_id, count(*) FROM orders__m GROUP BY 1 ORDER BY 1"))
                .contains("Oxf/9L9FSAt3cA|1", "w6LQ4DCT0fnh3A|1");
        assertThat(rows("SELECT _dlt_id, value FROM orders__m__list WHERE _dlt_parent_id = 'Oxf/9L9FSAt3cA'"))
                .containsExactly("IJ0pHaAmQJCD3w|1");
    }

    @Test
    void endsNoVersionWhenNoNewRowHasTheMergeKey() {
        load("[{\"id\":1,\"m\":[{\"k\":1}]}]", HISTORY_BY_KEY);
        load("[{\"id\":1,\"m\":[{\"a\":2}]}]", HISTORY_BY_KEY);

        assertThat(rows("SELECT k, a, _dlt_valid_to FROM orders__m ORDER BY k"))
                .containsExactly("1|null|null", "null|2|null");
    }

    @Test
    void keepsTheRowsOfAListThatStandsAtTwoPlacesInEachVersion() {
        String hints = "write_disposition: {disposition: merge, strategy: scd2}";
        load("[{\"id\":1,\"a\":{\"b\":[1]}}]", hints);
        load("[{\"id\":1,\"a\":[{\"b\":[2]}]}]", hints);
        load("[{\"id\":1,\"a\":[{\"b\":[2]}]}]", hints);

        assertThat(rows("SELECT value FROM orders__a__b ORDER BY 1")).containsExactly("1", "2");
    }

    @Test
    void replacesANestedTableBelowOneThatIsAppendedTo() {
        String hints = "nested_hints: {lines: {write_disposition: replace}}";
        load(BEFORE, hints);
        load(AFTER, hints);

        assertThat(rows("SELECT count(*) FROM orders")).containsExactly("3");
        assertThat(rows("SELECT sku FROM orders__lines ORDER BY 1")).containsExactly("a", "d");
        assertThat(rows("SELECT t FROM orders__lines__tags")).containsExactly("9");
    }

    @Test
    void keepsTheRowsOfANestedTableBelowOneThatIsReplaced() {
        String hints = "write_disposition: replace, nested_hints: {lines: {write_disposition: append}}";
        load(BEFORE, hints);
        load(AFTER, hints);

        assertThat(rows("SELECT id FROM orders")).containsExactly("1");
        assertThat(rows("SELECT sku FROM orders__lines ORDER BY 1")).containsExactly("a", "a", "b", "c", "d");
    }

    @Test
    void dropsNewColumnsThatTheContractOfANestedTableForbids() {
        String hints = "nested_hints: {lines: {schema_contract: {columns: discard_value}}}";
        load(BEFORE, hints);
        load(AFTER, hints);

        assertThat(columns("orders__lines")).noneMatch(column -> column.startsWith("qty"));
        assertThat(rows("SELECT count(*) FROM orders__lines")).containsExactly("5");
    }

    @Test
    void keepsATableOfItsOwnWhenTheHintIsGone() {
        load(BEFORE, "nested_hints: {lines: {primary_key: sku, write_disposition: merge}}");
        load(AFTER, "selected: true");

        assertThat(rows("SELECT sku, qty FROM orders__lines ORDER BY 1"))
                .containsExactly("a|5", "b|null", "c|null", "d|null");
    }

    @Test
    void refusesToTakeATableWithRowsOutOfItsParent() {
        load(BEFORE, "selected: true");
        String hints = "nested_hints: {lines: {primary_key: sku}}";
        Shell.Output refused = attempt(AFTER, hints);

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.all())
                .contains("Cannot take table 'orders__lines' out of the table above it")
                .contains("--refresh drop_resources");
        Shell.Output anew = shell.headrace("run", "o.yml", "--refresh", "drop_resources");
        assertThat(anew.exit()).as(anew.all()).isZero();
        assertThat(columns("orders__lines")).contains("_dlt_load_id|VARCHAR|NO");
    }

    @Test
    void refusesDispositionsThatWouldLoseRows() {
        Shell.Output merged = attempt(BEFORE, "nested_hints: {lines: {write_disposition: merge}}");
        assertThat(merged.exit()).isEqualTo(2);
        assertThat(merged.all())
                .contains("nested table 'lines' cannot be loaded by 'merge' below a table that is loaded by 'append'");

        Shell.Output keyless = attempt(
                BEFORE,
                "nested_hints: {lines: {merge_key: sku, write_disposition: {disposition: merge, strategy: upsert}}}");
        assertThat(keyless.all()).contains("nested table 'lines' needs a primary_key for its merge strategy");
    }

    @Test
    void refusesKeysThatBelongElsewhere() {
        Shell.Output refused = attempt(
                BEFORE,
                "parent_table_name: x, nested_hints: {lines: {table_name: y}, tags: {nested_hints: {}, colums: {}}}");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.all())
                .contains("'parent_table_name' belongs to the tables in 'nested_hints'")
                .contains("'table_name' belongs to the resource")
                .contains("'nested_hints' stands at the resource only");
    }
}
