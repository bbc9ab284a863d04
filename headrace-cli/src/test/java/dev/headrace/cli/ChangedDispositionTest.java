package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any write disposition may follow any other, in tables with nested tables. */
class ChangedDispositionTest extends CommandLineTest {

    private static final String BEFORE =
            "[{\"id\":1,\"v\":\"a\",\"l\":[{\"n\":1,\"m\":[10]},{\"n\":2}]},{\"id\":2,\"v\":\"b\",\"l\":[{\"n\":3,\"m\":[30]}]}]";
    private static final String AFTER =
            "[{\"id\":1,\"v\":\"A\",\"l\":[{\"n\":9,\"m\":[90]}]},{\"id\":3,\"v\":\"c\",\"l\":[]}]";
    private static final Map<String, String> DISPOSITIONS = new LinkedHashMap<>();
    private static final Map<String, List<String>> RESULTS = new LinkedHashMap<>();

    static {
        define("append", "append", "A,a,b,c", "1,2,3,9", "10,30,90");
        define("replace", "replace", "A,c", "9", "90");
        define("merge", "merge", "A,b,c", "3,9", "30,90");
        define("upsert", strategy("upsert"), "A,b,c", "3,9", "30,90");
        define("insert-only", strategy("insert-only"), "a,b,c", "1,2,3", "10,30");
        define("scd2", strategy("scd2"), "A,a,b,c", "1,2,3,9", "10,30,90");
    }

    private static void define(String name, String disposition, String... results) {
        DISPOSITIONS.put(name, disposition);
        RESULTS.put(name, List.of(results));
    }

    private static String strategy(String name) {
        return "{\"disposition\":\"merge\",\"strategy\":\"" + name + "\"}";
    }

    static Stream<Arguments> changes() {
        return DISPOSITIONS.keySet().stream()
                .flatMap(from -> DISPOSITIONS.keySet().stream()
                        .filter(to -> !to.equals(from))
                        .map(to -> Arguments.of(from, to)));
    }

    @BeforeEach
    void open() {
        shell.write("t.yml", """
                source:
                  client: {base_url: "%s", paginator: single_page}
                  resources:
                    - {name: t, primary_key: id, endpoint: t}
                """.formatted(api.url()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void goesOnFromOneWithTheOther(String from, String to) {
        run(BEFORE, from);
        run(AFTER, to);

        assertThat(List.of(values("t", "v"), values("t__l", "n"), values("t__l__m", "value")))
                .isEqualTo(RESULTS.get(to));
        if (to.equals("scd2")) {
            assertThat(values("t WHERE _dlt_valid_to IS NULL", "v")).isEqualTo("A,c");
        }
    }

    private void run(String answer, String disposition) {
        api.on("/t", Answer.json(answer));
        Shell.Output done = shell.headrace(
                "run", "t.yml", "--write-disposition", Objects.requireNonNull(DISPOSITIONS.get(disposition)));
        assertThat(done.exit()).as(done.all()).isZero();
    }

    private String values(String table, String column) {
        return String.join(
                ",",
                new Database(shell.path("t.duckdb"))
                        .rows("SELECT " + column + " FROM t_dataset." + table + " ORDER BY 1"));
    }
}
