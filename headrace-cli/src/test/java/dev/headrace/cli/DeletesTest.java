package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.json.JsonTree;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loads from an API that has fewer records than before. */
class DeletesTest extends CommandLineTest {

    private static final int PAGE = 2;

    private volatile List<Integer> ids = IntStream.rangeClosed(1, 10).boxed().toList();
    /** Null: as many as there are. */
    private volatile @Nullable Integer total;

    private volatile int brokenOffset = -1;

    @BeforeEach
    void open() {
        api.otherwise(this::page);
        write("deletes: soft");
    }

    private void write(String... lines) {
        shell.write("shop.yml", """
                source:
                  client: {base_url: "%s", retry: {max_attempts: 1}}
                  resources:
                    - name: orders
                      primary_key: id
                      write_disposition: merge
                      %s
                      endpoint: {path: orders, data_selector: items, paginator: {type: offset, limit: %d}}
                """.formatted(api.url(), String.join("\n      ", lines), PAGE));
    }

    private Answer page(RecordedRequest request) {
        int offset = Integer.parseInt(request.param("offset").orElse("0"));
        if (offset == brokenOffset) {
            return Answer.status(500);
        }
        String items = ids.stream()
                .skip(offset)
                .limit(PAGE)
                .map(id -> "{\"id\":%d,\"v\":%d,\"lines\":[{\"n\":%d}]}".formatted(id, id % 3, id))
                .collect(Collectors.joining(","));
        return Answer.json("{\"total\":" + (total == null ? ids.size() : total) + ",\"items\":[" + items + "]}");
    }

    private void without(Integer... gone) {
        ids = ids.stream().filter(id -> !List.of(gone).contains(id)).toList();
    }

    private Shell.Output run(int exit, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "run";
        arguments[1] = "shop.yml";
        System.arraycopy(options, 0, arguments, 2, options.length);
        Shell.Output done = shell.headrace(arguments);
        assertThat(done.exit()).as(done.all()).isEqualTo(exit);
        return done;
    }

    private Database database() {
        return new Database(shell.path("shop.duckdb"));
    }

    private List<String> there() {
        return database().rows("SELECT id FROM shop_dataset.orders ORDER BY id");
    }

    private List<String> marked() {
        return database().rows("SELECT id FROM shop_dataset.orders WHERE _headrace_deleted_at IS NOT NULL ORDER BY id");
    }

    @Test
    void marksWhatIsGoneUntilItComesBack() {
        run(0);
        assertThat(marked()).isEmpty();

        without(3, 7);
        Shell.Output done = run(0);
        assertThat(done.out()).contains("Gone from orders: 2 of 10 rows, marked in _headrace_deleted_at.");
        assertThat(marked()).containsExactly("3", "7");
        assertThat(database().count("shop_dataset.orders__lines")).isEqualTo(10);

        ids = List.of(1, 2, 3, 4, 5, 6, 8, 9, 10);
        run(0);
        assertThat(marked()).containsExactly("7");
    }

    @Test
    void deletesWhatIsGoneWithWhatIsNestedInIt() {
        write("deletes: hard");
        run(0);
        without(3, 7);

        Shell.Output done = run(0);

        assertThat(done.out()).contains("Gone from orders: 2 of 10 rows, deleted.");
        assertThat(there()).containsExactly("1", "2", "4", "5", "6", "8", "9", "10");
        assertThat(database().rows("SELECT n FROM shop_dataset.orders__lines ORDER BY n"))
                .isEqualTo(there());
        assertThat(database()
                        .rows("SELECT count(*) FROM information_schema.columns WHERE column_name LIKE '_headrace%'"))
                .containsExactly("0");
    }

    @Test
    void stopsAtTheLimitUntilItIsAllowed() {
        write("deletes: hard");
        run(0);
        without(1, 2, 3);

        Shell.Output stopped = run(ExitCode.LEFT_OUT);
        assertThat(stopped.err()).contains("3 of 10 rows (30.0 %)", "max_delete allows 20%", "--allow-deletes");
        assertThat(stopped.out()).contains("Gone from orders: 3 of 10 rows, which is more than max_delete allows");
        assertThat(there()).hasSize(10);

        run(0, "--allow-deletes");
        assertThat(there()).hasSize(7);
    }

    @Test
    void takesALimitInRows() {
        write("deletes: hard", "max_delete: 3");
        run(0);
        without(1, 2, 3);

        run(0);

        assertThat(there()).hasSize(7);
    }

    @Test
    void stopsWhereTheApiSaysThatThereIsNothing() {
        run(0);
        ids = List.of();

        assertThat(run(ExitCode.LEFT_OUT).err()).contains("10 of 10 rows (100.0 %)");
        assertThat(marked()).isEmpty();

        run(0, "--allow-deletes");
        assertThat(marked()).hasSize(10);
    }

    @Test
    void reportsWhatBecameOfTheRows() {
        run(0);
        without(5);

        Map<?, ?> report = (Map<?, ?>)
                Objects.requireNonNull(JsonTree.parse(run(0, "--json").out()).toJava());

        assertThat(report.get("deletes"))
                .isEqualTo(List.of(Map.of(
                        "table",
                        "orders",
                        "rule",
                        "soft",
                        "outcome",
                        "done",
                        "rows",
                        1L,
                        "rows_before",
                        10L,
                        "reason",
                        "")));
    }

    @Test
    void touchesNothingWhereRecordsAreMissing() {
        run(0);
        without(10);
        total = 10;

        Shell.Output done = run(0);

        assertThat(done.err()).contains("No row was marked as deleted: it is not proven that all records came");
        assertThat(done.out()).contains("Gone from orders: cannot be told, so all rows were left as they are.");
        assertThat(marked()).isEmpty();
    }

    @Test
    void touchesNothingWhereTheTotalBecameSmallerOnTheWay() {
        run(0);
        api.otherwise(request -> {
            Answer answer = page(request);
            without(request.param("offset").orElse("").equals("2") ? 1 : -1);
            return answer;
        });

        Shell.Output done = run(0);

        assertThat(done.err()).contains("the total became smaller while it was read");
        assertThat(marked()).isEmpty();
    }

    @Test
    void touchesNothingWhereRecordsCameTwice() {
        run(0);
        ids = List.of(1, 2, 3, 3, 4, 5, 6, 7, 8, 9);

        assertThat(run(0).err()).contains("records came more than once");
        assertThat(marked()).isEmpty();
    }

    @Test
    void touchesNothingWhereAContractLeftRecordsOut() {
        write("deletes: hard", "schema_contract: {data_type: discard_row}");
        run(0);
        answeringWith("\"id\":4,\"v\":1", "\"id\":4,\"v\":\"x\"");

        Shell.Output done = run(0);

        assertThat(done.err()).contains("of 10 records that came, 9 are in the package");
        assertThat(there()).hasSize(10);
    }

    @Test
    void touchesNothingWhereRecordsAreInQuarantine() {
        String steps = "processing_steps: [{cast: {v: bigint}}]";
        write("deletes: hard", "on_bad_row: quarantine", steps);
        run(0);
        without(9);
        answeringWith("\"id\":4,\"v\":1", "\"id\":4,\"v\":\"x\"");

        Shell.Output done = shell.headrace("run", "shop.yml");

        assertThat(done.err()).contains("of 9 records that came, 8 are in the package");
        assertThat(there()).hasSize(10);
    }

    private void answeringWith(String value, String other) {
        api.otherwise(
                request -> Answer.json(new String(page(request).body(), StandardCharsets.UTF_8).replace(value, other)));
    }

    @Test
    void touchesNoChildrenWhereTheirParentIsInQuarantine() {
        shell.write("shop.yml", """
                source:
                  client: {base_url: "%s"}
                  resource_defaults: {write_disposition: merge, on_bad_row: quarantine}
                  resources:
                    - name: orders
                      primary_key: id
                      processing_steps: [{cast: {v: bigint}}]
                      endpoint: {path: orders, data_selector: items, paginator: {type: offset, limit: 2}}
                    - name: notes
                      primary_key: [_orders_id, note]
                      include_from_parent: [id]
                      deletes: hard
                      endpoint: {path: "notes/{resources.orders.id}", paginator: single_page}
                """.formatted(api.url()));
        api.otherwise(request ->
                request.path().startsWith("/notes") ? Answer.json("[{\"note\":1},{\"note\":2}]") : page(request));
        run(0);
        api.otherwise(request -> request.path().startsWith("/notes")
                ? Answer.json("[{\"note\":1},{\"note\":2}]")
                : Answer.json(new String(page(request).body(), StandardCharsets.UTF_8)
                        .replace("\"id\":4,\"v\":1", "\"id\":4,\"v\":\"x\"")));

        Shell.Output done = shell.headrace("run", "shop.yml");

        assertThat(done.err()).contains("of its parent 'orders', records are in quarantine");
        assertThat(database().count("shop_dataset.notes")).isEqualTo(20);
    }

    @Test
    void treatsWhatStepsTakeOutAsGone() {
        write("deletes: hard");
        run(0);
        write("deletes: hard", "processing_steps: [{filter: \"id != 4\"}]");

        run(0);

        assertThat(there()).hasSize(9).doesNotContain("4");
    }

    @Test
    void goesOnWithAPassOfAnEarlierProcess() {
        write("deletes: hard");
        run(0);
        without(1, 9);
        brokenOffset = 4;
        run(1);
        brokenOffset = -1;
        int before = api.requests().size();

        Shell.Output next = run(0);

        assertThat(next.err()).contains("Goes on where the run of ");
        assertThat(api.requests()).hasSize(before + 2);
        assertThat(there()).containsExactly("2", "3", "4", "5", "6", "7", "8", "10");
    }

    @Test
    void losesRowsOfChildrenWhoseParentsAreGone() {
        shell.write("shop.yml", """
                source:
                  client: {base_url: "%s"}
                  resource_defaults: {write_disposition: merge, deletes: hard, max_delete: 50%%}
                  resources:
                    - name: orders
                      primary_key: id
                      endpoint: {path: orders, data_selector: items, paginator: {type: offset, limit: 2}}
                    - name: notes
                      primary_key: [_orders_id, note]
                      include_from_parent: [id]
                      endpoint: {path: "notes/{resources.orders.id}", paginator: single_page}
                """.formatted(api.url()));
        api.otherwise(request ->
                request.path().startsWith("/notes") ? Answer.json("[{\"note\":1},{\"note\":2}]") : page(request));
        run(0);
        without(2);

        Shell.Output done = run(0);

        assertThat(done.out()).contains("Gone from orders: 1 of 10 rows", "Gone from notes: 2 of 20 rows, deleted.");
        assertThat(database().rows("SELECT count(DISTINCT _orders_id), count(*) FROM shop_dataset.notes"))
                .containsExactly("9|18");
    }

    @Test
    void theCallCanSayOtherwise() {
        run(0);
        without(3);

        run(0, "--deletes", "none");
        assertThat(marked()).isEmpty();

        run(0, "--deletes", "hard");
        assertThat(there()).hasSize(9);
    }

    @Test
    void refusesRecordsWithAColumnOfThatName() {
        api.otherwise(request ->
                Answer.json("{\"total\":1,\"items\":[{\"id\":1,\"_headrace_deleted_at\":\"2026-01-01T00:00:00Z\"}]}"));

        assertThat(run(1).err()).contains("its records have a column '_headrace_deleted_at' already", "deletes: hard");
    }
}
