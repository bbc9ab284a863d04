package dev.headrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.quarantine.OnBadRow;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.ContractMode;
import dev.headrace.schema.DataType;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.ResourceHints;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that end early, and those that go on where they stopped: together they bring what one alone would have brought. */
class ResumingTest {

    private static final WriteDisposition UPSERT = new WriteDisposition.Merge(MergeStrategy.UPSERT, false);
    private static final WriteDisposition SCD2 = new WriteDisposition.Merge(MergeStrategy.SCD2, false);

    private final AtomicLong nanoseconds = new AtomicLong();
    private int folders;

    @TempDir
    private Path temp;

    /** A folder and a destination of their own. */
    private final class World {
        final PackageContents contents = new PackageContents();
        final MemoryDestination destination =
                new MemoryDestination().ofAllStrategies().readBy(contents::add);
        final Path folder = temp.resolve(String.valueOf(folders++));

        Pipeline pipeline() {
            return Pipeline.named("shop").destination(destination).pipelinesDirectory(folder);
        }

        /** Each page takes so long that it gets a checkpoint. */
        Pipeline slow() {
            return pipeline().nanoseconds(() -> nanoseconds.addAndGet(2_000_000_000L));
        }

        void assertLike(World undisturbed) {
            assertThat(contents.rows()).isEqualTo(undisturbed.contents.rows());
            assertThat(contents.schemas()).isEqualTo(undisturbed.contents.schemas());
            assertThat(destination.state()).isEqualTo(undisturbed.destination.state());
        }
    }

    static Stream<Arguments> scripts() {
        return Stream.of(
                script("nested tables, variants and new columns", ResumingTest::orders),
                script("derived ids", () -> orders(hints(UPSERT).withPrimaryKey(List.of("id")))),
                script("versions of rows", () -> orders(hints(SCD2))),
                script("replaced tables", () -> orders(hints(WriteDisposition.replace()))),
                script(
                        "a key that comes late",
                        () -> orders(hints(WriteDisposition.append())
                                .withColumns(List.of(ColumnSchema.of("late", DataType.TEXT))))),
                script(
                        "new tables under a contract that freezes columns",
                        () -> orders(ResourceHints.none()
                                .withContract(new SchemaContract(
                                        ContractMode.EVOLVE, ContractMode.FREEZE, ContractMode.EVOLVE)))),
                script(
                        "nested tables that are refused",
                        () -> orders(ResourceHints.none()
                                .withColumns(List.of(ColumnSchema.of("id", DataType.BIGINT)))
                                .withContract(new SchemaContract(
                                        ContractMode.DISCARD_ROW, ContractMode.EVOLVE, ContractMode.DISCARD_VALUE)))),
                script(
                        "a table that is refused",
                        () -> orders(ResourceHints.none()
                                .withContract(new SchemaContract(
                                        ContractMode.DISCARD_ROW, ContractMode.EVOLVE, ContractMode.EVOLVE)))),
                script("records in quarantine", ResumingTest::badOnes),
                script("several resources on one table", ResumingTest::shared),
                script("several packages", ResumingTest::windows));
    }

    private static Arguments script(String name, Supplier<ScriptedSource> source) {
        return Arguments.of(Named.of(name, source));
    }

    private static ResourceHints hints(WriteDisposition disposition) {
        return ResourceHints.none().withDisposition(disposition);
    }

    private static ScriptedSource orders() {
        return orders(ResourceHints.none());
    }

    private static ScriptedSource orders(ResourceHints hints) {
        return source().resource("orders", hints)
                .page("orders", "[{\"id\":1,\"total\":2,\"lines\":[{\"sku\":\"a\"},{\"sku\":\"b\",\"tags\":[1,2]}]}]")
                .remembering("orders", 1)
                .page("orders", "[{\"id\":2,\"total\":\"many\",\"gone\":null},{\"id\":3,\"lines\":[{\"sku\":5}]}]")
                .page("orders", "[]")
                .record("orders", "{\"id\":4,\"late\":\"2024-01-01T00:00:00Z\",\"total\":\"none\"}")
                .remembering("orders", 4)
                .page("orders", "[{\"id\":5,\"total\":3.5,\"lines\":[{\"sku\":\"a\",\"tags\":[\"x\"]}]},{\"id\":1}]")
                .page("orders", "[{\"id\":6,\"notes\":[\"n\"]}]");
    }

    private static ScriptedSource shared() {
        ResourceHints same = new ResourceHints(
                "events", WriteDisposition.append(), List.of(), List.of(), List.of(), null, null, Map.of());
        return source().resource("old", same)
                .resource("new", same)
                .page("old", "[{\"id\":1,\"a\":1}]")
                .page("new", "[{\"b\":\"x\",\"id\":2,\"list\":[1]}]")
                .page("old", "[{\"id\":3,\"b\":\"y\",\"a\":\"z\",\"list\":[2]}]")
                .page("new", "[{\"id\":4,\"a\":2}]");
    }

    private static ScriptedSource badOnes() {
        ResourceHints keyed = ResourceHints.none().withPrimaryKey(List.of("id")).withOnBadRow(OnBadRow.QUARANTINE);
        return source().resource("orders", keyed)
                .resource("lines", ResourceHints.none().withOnBadRow(OnBadRow.QUARANTINE))
                .page("orders", "[{\"id\":1},{\"new\":1,\"list\":[1]}]")
                .refusing("lines", "{\"sku\":0}")
                .page("lines", "[{\"sku\":1},{\"sku\":NaN}]")
                .page("orders", "[{\"id\":null}]")
                .refusing("orders", "{\"id\":4}")
                .page("orders", "[{\"id\":5,\"list\":[\"a\"]}]");
    }

    private static ScriptedSource windows() {
        return source().resource("orders")
                .beginningAtCursorOf("orders")
                .page("orders", "[{\"id\":1}]")
                .remembering("orders", 2)
                .commitPoint()
                .page("orders", "[{\"id\":2,\"lines\":[{\"n\":1}]}]")
                .page("orders", "[{\"id\":3,\"lines\":[{\"n\":2,\"m\":1}]}]")
                .remembering("orders", 5)
                .commitPoint()
                .page("orders", "[{\"id\":4}]");
    }

    private static ScriptedSource source() {
        return new ScriptedSource().identified("script");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void bringWhatOneWouldHaveBroughtAndReadNothingTwice(Supplier<ScriptedSource> script) {
        World undisturbed = new World();
        RunReport expected = undisturbed.pipeline().run(script.get());
        int steps = script.get().size();
        for (int k = 0; k < steps; k++) {
            World world = new World();
            ScriptedSource source = script.get().accident(k, new SourceException(FailureKind.HTTP, "500"));
            assertThat(world.pipeline().attempt(source).failure()).hasMessage("500");
            RunReport report = world.pipeline().run(source);

            world.assertLike(undisturbed);
            assertThat(source.done()).as("failed at %d", k).hasSize(steps).doesNotHaveDuplicates();
            assertThat(report.loads()).isNotEmpty();
            assertThat(report.quarantined()).isEqualTo(expected.quarantined());
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void bringTheSameWhenEachRunReadsOnePage(Supplier<ScriptedSource> script) {
        World undisturbed = new World();
        RunReport expected = undisturbed.pipeline().run(script.get());
        World world = new World();
        ScriptedSource source = script.get();
        for (int k = 1; k < source.size(); k++) {
            source.accident(k, new SourceException(FailureKind.HTTP, "500"));
            assertThat(world.pipeline().attempt(source).failure()).hasMessage("500");
        }
        RunReport report = world.pipeline().run(source);

        world.assertLike(undisturbed);
        assertThat(source.done()).hasSize(source.size()).doesNotHaveDuplicates();
        assertThat(report.quarantined()).isEqualTo(expected.quarantined());
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void bringTheSameWhenTheyAreKilled(Supplier<ScriptedSource> script) {
        World undisturbed = new World();
        undisturbed.pipeline().run(script.get());
        for (int k = 1; k < script.get().size(); k++) {
            World world = new World();
            ScriptedSource source = script.get().accident(k, new Error("killed"));
            assertThatThrownBy(() -> world.slow().run(source)).hasMessage("killed");
            world.slow().run(source);

            world.assertLike(undisturbed);
        }
    }
}
