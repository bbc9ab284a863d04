package dev.headrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.ContractMode;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.ResourceHints;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What dispositions and hints make of the tables that a run loads. */
class PipelineHintsTest {

    private static final String ORDERS = "[{\"id\":1,\"lines\":[{\"sku\":\"a\"},{\"sku\":\"b\"}]},{\"id\":2}]";

    private final MemoryDestination destination = new MemoryDestination();

    @TempDir
    private Path folder;

    @Test
    void emptiesReplacedTablesWhenNothingComes() {
        ResourceHints replace = ResourceHints.none().withDisposition(WriteDisposition.replace());
        pipeline().run(new ScriptedSource().resource("orders", replace).page("orders", ORDERS));
        pipeline().run(new ScriptedSource().resource("orders", replace).page("orders", "[]"));

        assertThat(destination.packages()).hasSize(2);
        assertThat(destination.lastRows()).containsExactly(Map.entry("orders", 0L), Map.entry("orders__lines", 0L));
    }

    @Test
    void bringsNoTableWithoutRowsUnderOtherDispositions() {
        pipeline().run(orders().page("orders", ORDERS));
        pipeline().run(orders().page("orders", "[{\"id\":3}]"));

        assertThat(destination.lastRows()).containsExactly(Map.entry("orders", 1L));
    }

    @Test
    void overridesWhatResourcesSay() {
        pipeline()
                .writeDisposition(WriteDisposition.merge())
                .schemaContract(SchemaContract.all(ContractMode.EVOLVE))
                .run(orders().page("orders", ORDERS));

        TableSchema table = destination.last().schema().findTable("orders").orElseThrow();
        assertThat(table.disposition()).isEqualTo(WriteDisposition.merge());
        assertThat(table.contract()).isEqualTo(SchemaContract.evolve());
    }

    @Test
    void refusesAStrategyThatTheDestinationLacks() {
        assertThatThrownBy(() -> pipeline()
                        .writeDisposition(new WriteDisposition.Merge(MergeStrategy.SCD2, false))
                        .run(orders()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'scd2'")
                .hasMessageContaining("delete-insert");
    }

    @Test
    void warnsOfAMergeWithoutKey() {
        RunReport report = pipeline().writeDisposition(WriteDisposition.merge()).run(orders().page("orders", "[]"));

        assertThat(report.warnings())
                .singleElement()
                .asString()
                .startsWith("orders: ")
                .contains("primary_key");
    }

    @ParameterizedTest
    @ValueSource(strings = {Hints.DEDUP_SORT, Hints.HARD_DELETE})
    void refusesTwoColumnsWhereOneDecides(String hint) {
        List<ColumnSchema> columns = Stream.of("first", "second")
                .map(name -> ColumnSchema.of(name, DataType.BIGINT)
                        .with(hint, hint.equals(Hints.HARD_DELETE) ? Boolean.TRUE : "asc"))
                .toList();
        ResourceHints hints = new ResourceHints(
                null, WriteDisposition.merge(), List.of("id"), List.of(), columns, null, null, Map.of());

        assertThatThrownBy(() -> pipeline().run(new ScriptedSource().resource("orders", hints)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(hint + " (first, second)");
    }

    @Test
    void doesNotWarnOfAMergeByAKeyThatIsKnownAlready() {
        ResourceHints keyed =
                ResourceHints.none().withDisposition(WriteDisposition.merge()).withPrimaryKey(List.of("id"));
        pipeline().run(new ScriptedSource().resource("orders", keyed).page("orders", ORDERS));

        RunReport report = pipeline().writeDisposition(WriteDisposition.merge()).run(orders());

        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void letsSeveralResourcesFillOneTable() {
        ResourceHints both = new ResourceHints(
                "both", WriteDisposition.append(), List.of(), List.of(), List.of(), null, null, Map.of());
        pipeline()
                .run(new ScriptedSource()
                        .resource("a", both)
                        .resource("b", both)
                        .page("a", "[{\"id\":1,\"x\":2}]")
                        .page("b", "[{\"x\":1,\"id\":2},{\"id\":3}]"));

        assertThat(destination.lastRows()).containsExactly(Map.entry("both", 3L));
        assertThat(destination.last().tables().get(0).parts()).hasSize(2);
    }

    @Test
    void givesATableToTheFirstOfTheResourcesThatFillIt() {
        ResourceHints appends = new ResourceHints(
                "both", WriteDisposition.append(), List.of(), List.of(), List.of(), null, null, Map.of());
        ResourceHints merges = appends.withDisposition(WriteDisposition.merge()).withPrimaryKey(List.of("id"));
        pipeline()
                .run(new ScriptedSource()
                        .resource("a", merges)
                        .resource("b", appends)
                        .page("a", "[{\"id\":1}]")
                        .page("b", "[{\"id\":1}]"));

        TableSchema table = destination.last().schema().findTable("both").orElseThrow();
        assertThat(table.resource()).isEqualTo("a");
        assertThat(table.disposition()).isEqualTo(WriteDisposition.merge());
    }

    private Pipeline pipeline() {
        return Pipeline.named("shop")
                .destination(destination)
                .dataset("shop_data")
                .pipelinesDirectory(folder);
    }

    private static ScriptedSource orders() {
        return new ScriptedSource().resource("orders");
    }
}
