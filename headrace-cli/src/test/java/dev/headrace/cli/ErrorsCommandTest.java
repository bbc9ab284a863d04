package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that can't be written, from the run that meets them to the one that loads them. */
class ErrorsCommandTest extends CommandLineTest {

    @BeforeEach
    void open() {
        api.otherwise(request -> Answer.status(404));
        api.on(
                "/orders",
                Answer.json("[{\"id\":1,\"n\":\"5\"},{\"id\":2,\"n\":\"five\"},{\"n\":\"7\",\"s\":\"hush-hush\"}]"));
        write("quarantine", "{cast: {n: bigint}}");
    }

    private void write(String onBadRow, String step) {
        shell.write("shop.yml", """
                source:
                  on_bad_row: %s
                  client: {base_url: "%s", paginator: single_page, auth: {type: bearer, token: hush-hush}}
                  resources:
                    - name: orders
                      primary_key: id
                      write_disposition: replace
                      endpoint: {path: orders, data_selector: "$"}
                      processing_steps: [%s]
                """.formatted(onBadRow, api.url(), step));
    }

    private Database database() {
        return new Database(shell.path("shop.duckdb"));
    }

    @Test
    void goesOnWithoutTheBadRecordsAndTellsOfThem() {
        Shell.Output done = shell.headrace("run", "shop.yml");

        assertThat(done.exit()).as(done.all()).isZero();
        assertThat(done.out()).contains("In quarantine of orders: 2 records in _headrace_errors.");
        assertThat(done.err())
                .contains("warning: orders: 2 records go to quarantine. The first: ")
                .contains("'headrace errors replay'");
        assertThat(database().rows("SELECT id FROM shop_dataset.orders")).containsExactly("1");
        assertThat(
                        database()
                                .rows(
                                        "SELECT kind, record_number, record_is_whole FROM shop_dataset._headrace_errors ORDER BY 2"))
                .containsExactly("step|2|true", "required|3|false");
        assertThat(done.all()).doesNotContain("hush-hush");
        assertThat(database().rows("SELECT count(*) FROM shop_dataset._dlt_version WHERE schema LIKE '%_headrace_%'"))
                .containsExactly("0");
    }

    @Test
    void failsAsEverWithoutQuarantineOrWhenToldSo() {
        assertThat(shell.headrace("run", "shop.yml", "--on-bad-row", "fail").exit())
                .isEqualTo(1);
        write("fail", "{cast: {n: bigint}}");
        assertThat(shell.headrace("run", "shop.yml").exit()).isEqualTo(1);
        assertThat(shell.headrace("run", "shop.yml", "--on-bad-row", "quarantine")
                        .exit())
                .isZero();
    }

    @Test
    void listsThemWithWhereTheyCameFrom() {
        shell.headrace("run", "shop.yml");

        Shell.Output listed = shell.headrace("errors", "list", "shop.yml");

        assertThat(listed.exit()).as(listed.all()).isZero();
        assertThat(listed.out())
                .contains("from    GET " + api.url() + "/orders, page 1, record 2")
                .contains("record  {\"id\":2,\"n\":\"five\"}")
                .contains("\"s\":\"***\"", "(can't be tried again)", "2 in quarantine.")
                .doesNotContain("hush-hush");
        assertThat(shell.headrace("errors", "list", "shop.yml", "--json", "--limit", "1")
                        .out())
                .hasLineCount(1)
                .startsWith("{\"_dlt_id\":");
        assertThat(shell.headrace("errors", "list", "shop.yml", "--resource", "others")
                        .out())
                .startsWith("Nothing is in quarantine");
    }

    @Test
    void replaysWhatFitsOnce() {
        shell.headrace("run", "shop.yml");
        write("quarantine", "{map: '$merge([$, {\"n\": 0}])'}");

        Shell.Output first = shell.headrace("errors", "replay", "shop.yml");
        Shell.Output second = shell.headrace("errors", "replay", "shop.yml");

        assertThat(first.exit()).as(first.all()).isZero();
        assertThat(first.out()).contains("1 of 1 records loaded; 0 stay in quarantine.", "1 can't be tried");
        assertThat(second.out())
                .contains("There is nothing of pipeline 'shop' to try again in ", "dataset shop_dataset.");
        assertThat(database().rows("SELECT id, n FROM shop_dataset.orders ORDER BY id"))
                .containsExactly("1|5", "2|0");
        assertThat(database()
                        .rows("SELECT count(*) FROM shop_dataset._headrace_errors WHERE replayed_at IS NOT NULL"
                                + " AND replay_load_id IN (SELECT load_id FROM shop_dataset._dlt_loads)"))
                .containsExactly("1");
    }

    @Test
    void replaysThroughStepsThatWereAddedSince() {
        api.on("/orders", Answer.json("[{\"id\": 1, \"n\": 1}, {\"n\": 2}]"));
        write("quarantine", "");
        shell.headrace("run", "shop.yml");
        write("quarantine", "{map: '$merge([$, {\"id\": 7}])'}");

        Shell.Output replayed = shell.headrace("errors", "replay", "shop.yml");

        assertThat(replayed.out()).as(replayed.all()).contains("1 of 1 records loaded; 0 stay in quarantine.");
        assertThat(database().rows("SELECT id FROM shop_dataset.orders ORDER BY 1"))
                .containsExactly("1", "7");
    }

    @Test
    void keepsWhatStillDoesNotFitWithTheReasonOfToday() {
        shell.headrace("run", "shop.yml");
        write("quarantine", "{cast: {n: bool}}");

        Shell.Output replayed = shell.headrace("errors", "replay", "shop.yml");

        assertThat(replayed.out()).contains("0 of 1 records loaded; 1 stay in quarantine.", "bool");
        assertThat(shell.headrace("errors", "list", "shop.yml").out()).contains("is no bool", "2 in quarantine.");
        assertThat(database().rows("SELECT count(*) FROM shop_dataset._headrace_errors"))
                .containsExactly("2");
    }

    @Test
    void leavesTheQuarantineAloneWhenTablesAreDropped() {
        shell.headrace("run", "shop.yml");

        assertThat(shell.headrace("schema", "diff", "shop.yml").exit()).isZero();
        assertThat(shell.headrace("drop", "shop.yml", "--all", "--yes").exit()).isZero();
        assertThat(shell.headrace("run", "shop.yml", "--refresh", "drop_sources")
                        .exit())
                .isZero();
        assertThat(database().rows("SELECT count(*) FROM shop_dataset._headrace_errors"))
                .containsExactly("4");
    }
}
