package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.conformance.ConformanceCase;
import dev.headrace.testkit.conformance.ConformanceCases;
import dev.headrace.testkit.conformance.ConformanceRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The conformance cases against the command line and real DuckDB files. Every case is a test. Cases that are
 * known not to pass yet are listed in {@code conformance-open.txt}; one that passes must be taken off the list.
 */
class ConformanceTest {

    static final String ONLY = System.getProperty("headrace.case", "");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        Set<String> open = openCases("/conformance-open.txt");
        return ConformanceCases.all().stream()
                .filter(c -> c.toString().contains(ONLY))
                .map(c -> DynamicTest.dynamicTest(c.toString(), () -> check(c, open.contains(c.toString()))));
    }

    private void check(ConformanceCase conformanceCase, boolean open) throws Exception {
        Path own = Files.createTempDirectory(folder, "case");
        try (ConformanceRunner runner = new ConformanceRunner(
                conformanceCase,
                own,
                new CommandLineLoader(call -> "duckdb:" + call.database()),
                db -> DriverManager.getConnection("jdbc:duckdb:" + db))) {
            check(runner, conformanceCase, open);
        }
    }

    /** @param open whether the case is known not to pass */
    static void check(ConformanceRunner runner, ConformanceCase conformanceCase, boolean open) throws Exception {
        List<String> differences = runner.differences();
        if (open) {
            assertThat(differences)
                    .as("passes now; take it off the list of open cases")
                    .isNotEmpty();
        } else {
            assertThat(differences).as(conformanceCase.description()).isEmpty();
        }
    }

    /** The cases that a list of the test resources names. */
    static Set<String> openCases(String list) throws IOException {
        try (var in = ConformanceTest.class.getResourceAsStream(list)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("#", 2)[0].strip())
                    .filter(line -> !line.isEmpty())
                    .collect(java.util.stream.Collectors.toSet());
        }
    }
}
