package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.RecordedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Goes on with a dataset that dlt 1.26 has loaded twice, on a machine without local state. The files below {@code dlt/} hold
 * what dlt wrote, what the API answers afterwards, and what dlt itself makes of that; {@code bench/interchange.py} records them.
 */
class ContinuedDatasetTest extends CommandLineTest {

    private final Map<String, String> answers = new TreeMap<>();
    private Database database;

    @BeforeEach
    void restore() throws Exception {
        database = new Database(shell.path("shop.duckdb"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database.file());
                Statement statement = connection.createStatement()) {
            for (String line : lines("dataset.sql")) {
                statement.execute(line);
            }
        }
        for (String line : lines("answers.txt")) {
            String[] parts = line.split("\t", 2);
            answers.put(parts[0], parts[1]);
        }
        api.otherwise(this::answer);
        shell.write("shop.json", String.join("", lines("shop.json")).replace("\"URL\"", '"' + api.url() + '"'));
    }

    @Test
    void endsWhereDltWouldHaveEnded() throws IOException {
        run();

        for (Map.Entry<String, List<String>> expected : expectations().entrySet()) {
            assertThat(database.rows(expected.getKey())).as(expected.getKey()).isEqualTo(expected.getValue());
        }
    }

    @Test
    void asksForWhatDltWouldHaveAsked() {
        run();

        assertThat(api.requests().stream().map(RecordedRequest::target).sorted())
                .containsExactlyElementsOf(answers.keySet());
    }

    private void run() {
        Shell.Output done = shell.headrace("run", "shop.json", "--pipeline", "shop", "--dataset", "shop_data");
        assertThat(done.exit()).as(done.all()).isZero();
    }

    /** A request that dlt did not make has no answer and ends the run. */
    private Answer answer(RecordedRequest request) {
        String body = answers.get(request.target());
        return body == null ? Answer.json("{}").withStatus(404) : Answer.json(body);
    }

    private static Map<String, List<String>> expectations() throws IOException {
        Map<String, List<String>> expectations = new LinkedHashMap<>();
        List<String> rows = new ArrayList<>();
        for (String line : lines("expected.txt")) {
            if (line.startsWith("? ")) {
                rows = new ArrayList<>();
                expectations.put(line.substring(2), rows);
            } else {
                rows.add(line);
            }
        }
        return expectations;
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream file = ContinuedDatasetTest.class.getResourceAsStream("/dlt/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
