package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.json.JsonTree;
import dev.headrace.testkit.api.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loads from an API that does not keep what it announces. */
class CompletenessTest extends CommandLineTest {

    @BeforeEach
    void open() {
        write("", "");
        announces(5);
    }

    private void write(String pipeline, String resource) {
        shell.write("shop.yml", """
                %s
                source:
                  client: {base_url: "%s"}
                  resources:
                    - name: orders
                      primary_key: id
                      %s
                      endpoint: {path: orders, data_selector: items, paginator: {type: offset, limit: 2}}
                """.formatted(pipeline, api.url(), resource));
    }

    /** Three records, whatever it says. */
    private void announces(int total) {
        api.otherwise(request -> Answer.json("{\"total\":" + total + ",\"items\":"
                + switch (request.param("offset").orElse("0")) {
                    case "0" -> "[{\"id\":1,\"v\":1},{\"id\":2,\"v\":2}]";
                    case "2" -> "[{\"id\":3,\"v\":3}]";
                    default -> "[]";
                }
                + "}"));
    }

    private Map<?, ?> orders(Shell.Output done) {
        Map<?, ?> report =
                (Map<?, ?>) Objects.requireNonNull(JsonTree.parse(done.out()).toJava());
        return (Map<?, ?>) Objects.requireNonNull(((List<?>) Objects.requireNonNull(report.get("resources"))).get(0));
    }

    private static Map<String, Object> numbers(long announced, long read, long inPackage, long inDestination) {
        return Map.of("announced", announced, "read", read, "in_package", inPackage, "in_destination", inDestination);
    }

    private Database database() {
        return new Database(shell.path("shop.duckdb"));
    }

    @Test
    void warnsAndShowsTheNumbersWhereTheyDiffer() {
        Shell.Output done = shell.headrace("run", "shop.yml");

        assertThat(done.exit()).as(done.all()).isZero();
        assertThat(done.err()).contains("warning: orders: ", "the API announced 5 records and 3 came");
        assertThat(done.out())
                .containsPattern("not as announced +announced +read +in the package +in the destination")
                .containsPattern("orders +5 +3 +3 +3");
    }

    @Test
    void showsNoNumbersWhereAllIsAsAnnounced() {
        announces(3);
        Shell.Output done = shell.headrace("run", "shop.yml");

        assertThat(done.out()).doesNotContain("announced");
        assertThat(done.err()).doesNotContain("warning");
    }

    @Test
    @SuppressWarnings("unchecked") // keys of JSON are texts
    void reportsTheNumbersOfEachResource() {
        announces(3);
        Map<?, ?> orders = orders(shell.headrace("run", "shop.yml", "--json"));

        assertThat((Map<Object, Object>) orders).containsAllEntriesOf(numbers(3, 3, 3, 3));
        assertThat(orders.get("completeness")).isEqualTo("complete");
    }

    @Test
    @SuppressWarnings("unchecked") // keys of JSON are texts
    void reportsWhatStepsAndContractsLeaveOutAndWhatAMergeBringsTogether() {
        announces(3);
        write("", "processing_steps: [{filter: 'id > 1'}, {add: {same: '1'}}]\n      write_disposition: merge");
        Map<?, ?> orders =
                orders(shell.headrace("run", "shop.yml", "--json", "--set", "resources.orders.primary_key=same"));

        assertThat((Map<Object, Object>) orders).containsAllEntriesOf(numbers(3, 3, 2, 1));
        assertThat(orders.get("left_out")).isEqualTo(Map.of("processing_steps", 1L));
    }

    @Test
    void loadsNothingWhereItIsStrict() {
        write("completeness: strict", "");
        Shell.Output done = shell.headrace("run", "shop.yml");

        assertThat(done.exit()).as(done.all()).isEqualTo(1);
        assertThat(done.err())
                .contains("Cannot load resource 'orders'", "completeness is strict", "5 records were announced")
                .contains("3 were read, and 3 rows are in the package", "--completeness report");
        assertThat(database().rows("SELECT 1 FROM information_schema.tables WHERE table_name = 'orders'"))
                .isEmpty();

        announces(3);
        Shell.Output again = shell.headrace("run", "shop.yml");
        assertThat(again.exit()).as(again.all()).isZero();
        assertThat(database().count("shop_dataset.orders")).isEqualTo(3);
    }

    @Test
    void aResourceDecidesForItselfAndTheCallForAll() {
        write("completeness: strict", "completeness: report");
        assertThat(shell.headrace("run", "shop.yml").exit()).isZero();
        assertThat(shell.headrace("run", "shop.yml", "--completeness", "strict").exit())
                .isEqualTo(1);
        write("completeness: report", "completeness: strict");
        assertThat(shell.headrace("run", "shop.yml").exit()).isEqualTo(1);
        assertThat(shell.headrace("run", "shop.yml", "--completeness", "report").exit())
                .isZero();
        write("", "completeness: exact");
        assertThat(shell.headrace("run", "shop.yml").err()).contains("completeness: 'exact' is not allowed", "strict");
    }
}
