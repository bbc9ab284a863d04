package dev.headrace.cli;

import dev.headrace.testkit.conformance.ConformanceCase;
import dev.headrace.testkit.conformance.ConformanceCases;
import dev.headrace.testkit.conformance.ConformanceRunner;
import dev.headrace.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The conformance cases of areas in which destinations matter, against the command line and a real PostgreSQL server; types
 * are compared in the words of cases. A case that does not pass on DuckDB yet is not expected to pass here; those that fail
 * only here are listed in {@code conformance-open-postgres.txt}.
 */
class PostgresConformanceTest {

    private static final Set<String> AREAS = Set.of("dispositions", "schema", "selection", "requests");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        Set<String> open = new HashSet<>(ConformanceTest.openCases("/conformance-open.txt"));
        open.addAll(ConformanceTest.openCases("/conformance-open-postgres.txt"));
        return ConformanceCases.all().stream()
                .filter(c -> AREAS.contains(c.area()))
                .filter(c -> c.toString().contains(ConformanceTest.ONLY))
                .map(c -> DynamicTest.dynamicTest(c.toString(), () -> check(c, open.contains(c.toString()))));
    }

    private void check(ConformanceCase conformanceCase, boolean open) throws Exception {
        String url = PostgresServer.url(PostgresServer.USER, PostgresServer.emptyDatabase());
        Path own = Files.createTempDirectory(folder, "case");
        try (ConformanceRunner runner =
                new ConformanceRunner(conformanceCase, own, new CommandLineLoader(call -> url), new Server())) {
            ConformanceTest.check(runner, conformanceCase, open);
        }
    }

    private static final class Server implements ConformanceRunner.Reader {
        @Override
        public Connection open(Path database) throws SQLException {
            return PostgresServer.connect(PostgresServer.USER);
        }

        @Override
        public boolean exists(Path database) {
            return true;
        }
    }
}
