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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The conformance cases against the command line and real DuckDB files. Every case of a due area is a test. Cases that are
 * known not to pass yet are listed in {@code conformance-open.txt}; one that passes must be taken off the list.
 */
class ConformanceTest {

    private static final Set<String> DUE =
            Set.of("seeds", "auth", "paginators", "requests", "selection", "actions", "incremental", "parent_child");
    private static final String ONLY = System.getProperty("headrace.case", "");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> dueCases() throws IOException {
        Set<String> open = openCases();
        return ConformanceCases.all().stream()
                .filter(c -> DUE.contains(c.area()) && c.toString().contains(ONLY))
                .map(c -> DynamicTest.dynamicTest(c.toString(), () -> check(c, open.contains(c.toString()))));
    }

    @Test
    void listsTheCasesThatAreNotDueYet() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        ConformanceCases.all().forEach(c -> counts.merge(c.area(), 1L, Long::sum));
        counts.keySet().removeAll(DUE);
        System.out.println("Conformance areas that are not due yet, with the number of their cases: " + counts);
        assertThat(counts).isEqualTo(Map.of("contracts", 14L, "dispositions", 23L, "schema", 46L, "state", 5L));
    }

    private void check(ConformanceCase conformanceCase, boolean open) throws Exception {
        Path own = Files.createTempDirectory(folder, "case");
        try (ConformanceRunner runner = new ConformanceRunner(
                conformanceCase,
                own,
                new CommandLineLoader(),
                db -> DriverManager.getConnection("jdbc:duckdb:" + db))) {
            List<String> differences = runner.differences();
            if (open) {
                assertThat(differences)
                        .as("passes now; take it off conformance-open.txt")
                        .isNotEmpty();
            } else {
                assertThat(differences).as(conformanceCase.description()).isEmpty();
            }
        }
    }

    private static Set<String> openCases() throws IOException {
        try (var in = ConformanceTest.class.getResourceAsStream("/conformance-open.txt")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("#", 2)[0].strip())
                    .filter(line -> !line.isEmpty())
                    .collect(java.util.stream.Collectors.toSet());
        }
    }
}
