package dev.headrace.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.Components;
import dev.headrace.config.Settings;
import dev.headrace.destination.Destination;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DuckDbDestinationProviderTest {

    private static final ComponentContext CONTEXT =
            new ComponentContext("calendar", Path.of("/work"), Settings.none(), new Redactor());

    private static Destination create(Object config) {
        return Components.onClassPath().create(Destination.class, "destination", PlainNode.of(config), CONTEXT);
    }

    @Test
    void namesTheFileAfterThePipeline() {
        assertThat(create("duckdb").location()).isEqualTo("/work/calendar.duckdb");
        assertThat(create(Map.of("type", "duckdb")).location()).isEqualTo("/work/calendar.duckdb");
    }

    @Test
    void takesAPathOrCredentials() {
        assertThat(create(Map.of("type", "duckdb", "path", "data/x.db")).location())
                .isEqualTo("/work/data/x.db");
        assertThat(create(Map.of("type", "duckdb", "credentials", "duckdb:////tmp/y.db"))
                        .location())
                .isEqualTo("/tmp/y.db");
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThatThrownBy(() -> create(Map.of(
                        "type",
                        "duckdb",
                        "pth",
                        "x",
                        "storage_version",
                        "newest",
                        "compression",
                        "fats",
                        "memory_limit",
                        "lots",
                        "threads",
                        0L)))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.problems())
                                .hasSize(5)
                                .anySatisfy(problem ->
                                        assertThat(problem).contains("pth").contains("path"))
                                .anySatisfy(problem -> assertThat(problem).contains("compatible, latest"))
                                .anySatisfy(problem ->
                                        assertThat(problem).contains("'fats'").contains("fast"))
                                .anySatisfy(problem -> assertThat(problem)
                                        .contains("memory_limit")
                                        .contains("lots"))
                                .anySatisfy(problem ->
                                        assertThat(problem).contains("threads").contains("not 0")));
    }

    @Test
    void refusesADatabaseInMemory() {
        assertThatThrownBy(() -> create(Map.of("type", "duckdb", "path", ":memory:")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(":memory:")
                .hasMessageContaining("path of a file");
    }
}
