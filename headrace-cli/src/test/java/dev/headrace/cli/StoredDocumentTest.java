package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stored schema documents say what those of dlt 1.26 say of the same configuration and the same data, and no more. */
class StoredDocumentTest extends CommandLineTest {

    private void load(String answer, String hints, String... options) {
        shell.write("o.yml", """
                source:
                  client: {base_url: "%s", paginator: single_page}
                  resources:
                    - {name: t, endpoint: t, %s}
                """.formatted(api.url(), hints));
        api.on("/t", Answer.json(answer));
        String[] arguments = new String[options.length + 2];
        arguments[0] = "run";
        arguments[1] = "o.yml";
        System.arraycopy(options, 0, arguments, 2, options.length);
        Shell.Output done = shell.headrace(arguments);
        assertThat(done.exit()).as(done.all()).isZero();
    }

    private List<String> stored(String path) {
        return new Database(shell.path("o.duckdb"))
                .rows("SELECT json_extract(schema, '$." + path
                        + "') FROM o_dataset._dlt_version ORDER BY version DESC LIMIT 1");
    }

    private List<String> column(String name) {
        return stored("tables.t.columns." + name);
    }

    @Test
    void saysWhetherAColumnMayBeNullOnlyWhereSomethingTellsIt() {
        load("[{\"a\":1,\"b\":2,\"c\":3,\"d\":4}]", """
                primary_key: d,
                columns: {a: {data_type: bigint}, b: {data_type: bigint, nullable: true}, c: {description: a c}}""");

        assertThat(column("a")).containsExactly("{\"name\":\"a\",\"data_type\":\"bigint\"}");
        assertThat(column("b")).containsExactly("{\"name\":\"b\",\"data_type\":\"bigint\",\"nullable\":true}");
        assertThat(column("c"))
                .containsExactly("{\"name\":\"c\",\"data_type\":\"bigint\",\"nullable\":true,\"description\":\"a c\"}");
        assertThat(column("d"))
                .containsExactly("{\"name\":\"d\",\"data_type\":\"bigint\",\"nullable\":false,\"primary_key\":true}");
    }

    @Test
    void keepsFlagsThatAreOff() {
        load("[{\"a\":1}]", "columns: {a: {data_type: bigint, unique: false, sort: false}}");

        assertThat(column("a"))
                .containsExactly("{\"name\":\"a\",\"data_type\":\"bigint\",\"unique\":false,\"sort\":false}");
    }

    @Test
    void saysThatNothingMarksValidVersions() {
        load("[{\"a\":1}]", "write_disposition: {disposition: merge, strategy: scd2}");

        assertThat(column("_dlt_valid_to"))
                .containsExactly("{\"name\":\"_dlt_valid_to\",\"data_type\":\"timestamp\",\"nullable\":true,"
                        + "\"x-active-record-timestamp\":null,\"x-valid-to\":true}");
    }

    @Test
    void keepsMomentsAsTheyWereWritten() {
        load("[{\"a\":1}]", """
                write_disposition: {disposition: merge, strategy: scd2, active_record_timestamp: "9999-12-31",
                    boundary_timestamp: "2024-02-01T10:00:00+02:00"}""");

        assertThat(stored("tables.t.columns._dlt_valid_to.\"x-active-record-timestamp\""))
                .containsExactly("\"9999-12-31\"");
        assertThat(stored("tables.t.\"x-boundary-timestamp\"")).containsExactly("\"2024-02-01T10:00:00+02:00\"");
        assertThat(new Database(shell.path("o.duckdb"))
                        .rows("SELECT epoch_ms(_dlt_valid_from), year(_dlt_valid_to) FROM o_dataset.t"))
                .containsExactly("1706774400000|9999");
    }

    @Test
    void saysHowNestedTablesAreMade() {
        load("[{\"a\":[{\"b\":[1]}]}]", "table_name: t", "--max-table-nesting", "1", "--root-key", "true");

        assertThat(stored("normalizers.json.config.max_nesting")).containsExactly("1");
        assertThat(stored("normalizers.json.config.root_key_propagation")).containsExactly("true");
    }
}
