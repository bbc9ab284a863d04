package dev.headrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.load.Reset;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.ResourceHints;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshTest {

    private static final String ORDERS = "[{\"id\":1,\"lines\":[{\"sku\":\"a\"},{\"sku\":\"b\"}]},{\"id\":2}]";

    private final MemoryDestination destination = new MemoryDestination();

    @TempDir
    private Path folder;

    @Test
    void beginsAnewWithEmptiedTablesWhenItIsRefreshed() {
        pipeline().run(orders().page("orders", ORDERS).remembering("orders", 7));
        Map<String, @Nullable Object> seen = new HashMap<>();

        pipeline()
                .refresh("drop_data")
                .run(orders().doing(context -> seen.putAll(context.state("orders")))
                        .page("orders", "[{\"id\":3}]"));

        assertThat(seen).isEmpty();
        assertThat(destination.lastRows()).containsExactly(Map.entry("orders", 1L));
        assertThat(destination.last().reset()).isEqualTo(new Reset(false, List.of("orders__lines", "orders")));
        assertThat(destination.last().schema().findTable("orders").orElseThrow().disposition())
                .isEqualTo(WriteDisposition.append());
    }

    @Test
    void dropsTheTablesOfResourcesThatAreRefreshed() {
        ScriptedSource both = orders().resource("users", ResourceHints.none());
        pipeline()
                .run(both.page("orders", ORDERS)
                        .page("users", "[{\"id\":1}]")
                        .remembering("orders", 7)
                        .remembering("users", 8));
        Map<String, @Nullable Object> seen = new HashMap<>();
        Map<String, @Nullable Object> kept = new HashMap<>();

        pipeline()
                .refresh("drop_resources")
                .resources(List.of("orders"))
                .run(orders().resource("users", ResourceHints.none())
                        .doing(context -> seen.putAll(context.state("orders")))
                        .doing(context -> kept.putAll(context.state("users")))
                        .page("orders", "[{\"number\":3}]"));

        assertThat(seen).isEmpty();
        assertThat(kept).isNotEmpty();
        assertThat(destination.last().reset()).isEqualTo(new Reset(true, List.of("orders__lines", "orders")));
        assertThat(destination.last().schema().findTable("orders__lines")).isEmpty();
        assertThat(destination.last().schema().findTable("orders").orElseThrow().columnsByName())
                .containsOnlyKeys("number", "_dlt_load_id", "_dlt_id");
        assertThat(destination.last().schema().findTable("users")).isPresent();
    }

    @Test
    void dropsAllTablesOfASourceThatIsRefreshed() {
        pipeline().run(orders().page("orders", ORDERS).remembering("orders", 7));
        pipeline().refresh("drop_sources").run(new ScriptedSource().resource("users", ResourceHints.none()));

        assertThat(destination.last().reset()).isEqualTo(new Reset(true, List.of("orders__lines", "orders")));
        assertThat(destination.last().tables()).isEmpty();
        assertThat(destination.last().schema().findTable("orders")).isEmpty();
    }

    @Test
    void dropsNothingInTheFirstRun() {
        pipeline().refresh("drop_sources").run(orders().page("orders", ORDERS));

        assertThat(destination.last().reset().isEmpty()).isTrue();
    }

    @Test
    void refusesRefreshesThatItDoesNotKnow() {
        assertThatThrownBy(() -> pipeline().refresh("drop_dat"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("did you mean 'drop_data'?");
    }

    @Test
    void dropsResourcesWithoutReading() {
        pipeline()
                .run(orders().resource("users", ResourceHints.none())
                        .page("orders", ORDERS)
                        .page("users", "[{\"id\":1}]")
                        .remembering("orders", 7)
                        .remembering("users", 8));
        Drop what = new Drop(List.of("re:^ord", "nobody"), false, false);

        DropReport told = pipeline().dropPreview("shop", what);
        assertThat(destination.packages()).hasSize(1);
        DropReport done = pipeline().drop("shop", what);

        assertThat(done)
                .isEqualTo(told)
                .isEqualTo(new DropReport(List.of("orders"), List.of("orders__lines", "orders")));
        assertThat(destination.last().tables()).isEmpty();
        assertThat(destination.last().reset()).isEqualTo(new Reset(true, done.tables()));
        assertThat(destination.last().schema().findTable("users")).isPresent();
        assertThat(destination.state().json()).contains("users").doesNotContain("orders");
    }

    @Test
    void dropsOnlyState() {
        pipeline().run(orders().page("orders", ORDERS).remembering("orders", 7));
        DropReport done = pipeline().drop("shop", new Drop(List.of(), true, true));

        assertThat(done).isEqualTo(new DropReport(List.of("orders"), List.of()));
        assertThat(destination.last().reset().isEmpty()).isTrue();
        assertThat(destination.last().schema().findTable("orders__lines")).isPresent();
        assertThat(destination.state().json()).doesNotContain("cursor");
    }

    @Test
    void dropsNothingWhenNothingIsMeant() {
        pipeline().run(orders().page("orders", ORDERS));
        DropReport done = pipeline().drop("shop", new Drop(List.of("nobody"), false, false));

        assertThat(done).isEqualTo(new DropReport(List.of(), List.of()));
        assertThat(destination.packages()).hasSize(1);
    }

    @Test
    void refusesPatternsThatAreNone() {
        assertThatThrownBy(() -> new Drop(List.of("re:("), false, false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("re:(");
    }

    private Pipeline pipeline() {
        return Pipeline.named("p").destination(destination).pipelinesDirectory(folder);
    }

    private static ScriptedSource orders() {
        return new ScriptedSource().resource("orders");
    }
}
