package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.json.JsonText;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and values never become SQL, whatever they are made of. */
class HostileNamesTest {

    private static final List<String> NAMES = List.of(
            "a\"; DROP TABLE keep.safe; --",
            "b'); DELETE FROM keep.safe; --",
            "c/* */ UNION SELECT 1",
            "d\\\"\\'",
            "e\u0000f",
            "g\u202eh\u200b",
            "select",
            "i;\n\r\tj",
            "$1 ? :k {l} %s",
            "m".repeat(10_000));

    @TempDir
    Path temp;

    @Test
    void inKeysTablesAndValuesAreOnlyNames() {
        Shell shell = new Shell(temp);
        Database database = new Database(shell.path("names.duckdb"));
        database.change("CREATE SCHEMA keep");
        database.change("CREATE TABLE keep.safe AS SELECT 42 AS id");
        try (FakeApi api = FakeApi.start()) {
            api.on("/x", Answer.json(JsonText.write(List.of(record(), record()))));
            for (String naming : List.of("snake_case", "direct")) {
                for (String disposition : List.of("append", "replace", "merge")) {
                    shell.write("c.json", JsonText.write(document(api, disposition)));
                    Shell.Output output = shell.headrace(
                            "run",
                            "c.json",
                            "--destination",
                            "duckdb:names.duckdb",
                            "--naming",
                            naming,
                            "--dataset",
                            "d_" + naming + disposition);
                    assertThat(output.exit()).as(output.all()).isZero();
                }
            }
        }
        assertThat(database.rows("SELECT * FROM keep.safe")).containsExactly("42");
        assertThat(database.rows("SELECT DISTINCT table_schema FROM information_schema.tables ORDER BY 1"))
                .containsExactly(
                        "d_directappend",
                        "d_directmerge",
                        "d_directreplace",
                        "d_snake_caseappend",
                        "d_snake_casemerge",
                        "d_snake_casereplace",
                        "keep");
        assertThat(database.rows("SELECT count(*) FROM d_snake_caseappend._dlt_loads"))
                .containsExactly("1");
    }

    private static Map<String, Object> record() {
        Map<String, Object> record = new LinkedHashMap<>();
        NAMES.forEach(name -> record.put(name, name));
        NAMES.forEach(name -> record.put("list " + name, List.of(Map.of(name, name))));
        record.put("id", NAMES.get(0));
        return record;
    }

    private static Map<String, Object> document(FakeApi api, String disposition) {
        List<Object> resources = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            resources.add(Map.of(
                    "name",
                    "r" + i,
                    "table_name",
                    NAMES.get(i),
                    "primary_key",
                    "id",
                    "write_disposition",
                    disposition,
                    "endpoint",
                    Map.of("path", "x", "paginator", "single_page")));
        }
        return Map.of("client", Map.of("base_url", api.url()), "resources", resources);
    }
}
