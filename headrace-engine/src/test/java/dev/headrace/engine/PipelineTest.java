package dev.headrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.FailureKind;
import dev.headrace.InterruptedRunException;
import dev.headrace.SourceException;
import dev.headrace.event.RunEvent;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.StateRow;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.ReadContext;
import dev.headrace.source.ResourceHints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in which nothing goes wrong, or only the source. What goes wrong at the destination is in another test. */
class PipelineTest {

    private static final String ORDERS = "[{\"id\":1,\"lines\":[{\"sku\":\"a\"},{\"sku\":\"b\"}]},{\"id\":2}]";

    private final MemoryDestination destination = new MemoryDestination();
    private final List<RunEvent> events = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void refusesADatasetWithoutAName() {
        assertThatThrownBy(() -> Pipeline.named("p").dataset(" "))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'p_dataset'");
    }

    @Test
    void loadsEverythingInOnePackageWithParentsFirst() {
        RunReport report = pipeline().run(orders().page("orders", ORDERS).page("orders", "[{\"id\":3}]"));

        assertThat(destination.lastRows()).containsExactly(Map.entry("orders", 3L), Map.entry("orders__lines", 2L));
        assertThat(destination.packages()).hasSize(1);
        assertThat(report.loads()).containsExactly(destination.last().id());
        assertThat(report.tables()).hasSize(2);
        assertThat(report.resources()).containsExactly(new RunReport.ResourceReport("orders", 2, 3, 100L));
    }

    @Test
    void tellsWhatHappensInOrder() {
        pipeline().run(orders().page("orders", "[{\"id\":1}]"));

        assertThat(events.stream().map(event -> event.getClass().getSimpleName()))
                .containsExactly(
                        "RunStarted", "PageRead", "PackageWritten", "LoadStarted", "TableLoaded", "PackageCommitted");
    }

    @Test
    void closesReaderAndSessions() {
        ScriptedSource source = orders().page("orders", ORDERS).failing(new SourceException(FailureKind.HTTP, "500"));

        pipeline().attempt(source);

        assertThat(source.closed()).isEqualTo(1);
        assertThat(destination.openSessions()).isZero();
    }

    @Test
    void commitsAPackageAtEachCommitPointAndGoesOn() {
        RunReport report = pipeline()
                .run(orders().page("orders", ORDERS)
                        .remembering("orders", 1)
                        .commitPoint()
                        .remembering("orders", 2)
                        .commitPoint()
                        .page("orders", "[{\"id\":3,\"more\":true}]"));

        assertThat(report.loads()).hasSize(3);
        assertThat(destination.packages().stream().map(LoadPackage::tables).map(List::size))
                .containsExactly(2, 0, 1);
        assertThat(destination.packages().stream()
                        .map(p -> p.state().map(StateRow::version).orElse(0L)))
                .containsExactly(1L, 2L, 0L);
        assertThat(report.resources()).containsExactly(new RunReport.ResourceReport("orders", 2, 3, 100L));
    }

    @Test
    void keepsWhatWasCommittedBeforeAFailure() {
        RunReport report = pipeline()
                .attempt(orders().page("orders", ORDERS)
                        .remembering("orders", 1)
                        .commitPoint()
                        .remembering("orders", 2)
                        .failing(new SourceException(FailureKind.HTTP, "500")));

        assertThat(report.succeeded()).isFalse();
        assertThat(destination.packages()).hasSize(1);
    }

    @Test
    void makesOnePackageWhereATableIsReplaced() {
        ResourceHints replaced = ResourceHints.none().withDisposition(WriteDisposition.replace());

        RunReport report = pipeline()
                .run(new ScriptedSource()
                        .resource("orders", replaced)
                        .page("orders", ORDERS)
                        .commitPoint()
                        .page("orders", "[{\"id\":3}]"));

        assertThat(report.loads()).hasSize(1);
    }

    @Test
    void makesAPackageForItsStateAtFirstAndNoneWhenNothingIsNew() {
        pipeline().run(orders().page("orders", "[]"));
        RunReport second = pipeline().run(orders().page("orders", "[]"));

        assertThat(destination.packages()).hasSize(1);
        assertThat(destination.last().tables()).isEmpty();
        assertThat(destination.last().state()).isPresent();
        assertThat(second.loads()).isEmpty();
        assertThat(second.succeeded()).isTrue();
    }

    @Test
    void writesTheStateOnlyWhenItChanged() {
        pipeline().run(orders().page("orders", "[{\"id\":1}]").remembering("orders", 1));
        pipeline().run(orders().page("orders", "[{\"id\":2}]").remembering("orders", 1));
        LoadPackage same = destination.last();
        pipeline().run(orders().remembering("orders", 2));

        assertThat(same.state()).isEmpty();
        assertThat(destination.last().state()).isPresent();
        assertThat(destination.last().tables()).isEmpty();
        assertThat(destination.state().version()).isEqualTo(2);
    }

    @Test
    void givesAResourceBackWhatItRemembered() {
        pipeline().run(orders().remembering("orders", 7));

        assertThat(stateSeen(pipeline(), "orders")).containsEntry("cursor", 7L);
    }

    @Test
    void takesStateAndSchemaFromTheDestinationInAFreshHome() {
        pipeline().run(orders().page("orders", "[{\"id\":1}]").remembering("orders", 7));
        Pipeline elsewhere = pipeline().pipelinesDirectory(folder.resolve("elsewhere"));

        assertThat(stateSeen(elsewhere, "orders")).containsEntry("cursor", 7L);
        elsewhere.run(orders().page("orders", "[{\"more\":true}]"));

        TableSchema table = destination.last().schema().findTable("orders").orElseThrow();
        assertThat(table.columnsByName()).containsKeys("id", "more");
        assertThat(destination.last().schema().version()).isEqualTo(2);
    }

    @Test
    void beginsAnewWhereTheDatasetWasDropped() {
        pipeline().run(orders().page("orders", "[{\"id\":1}]").remembering("orders", 7));
        destination.drop();

        assertThat(stateSeen(pipeline(), "orders")).isEmpty();
        assertThat(events)
                .anyMatch(event -> event instanceof RunEvent.Warned warned
                        && warned.message().contains("from the beginning"));
    }

    @Test
    void leavesNothingBehindWhenTheSourceFails() {
        SourceException failure = new SourceException(FailureKind.AUTH, "Cannot log in.");
        RunReport report = pipeline()
                .attempt(
                        orders().page("orders", ORDERS).remembering("orders", 7).failing(failure));

        assertThat(report.failure()).isSameAs(failure);
        assertThat(destination.packages()).isEmpty();
        assertThat(stateSeen(pipeline(), "orders")).isEmpty();
        assertThat(events).noneMatch(RunEvent.PendingPackageFound.class::isInstance);
    }

    @Test
    void throwsWhatTheSourceThrew() {
        SourceException failure = new SourceException(FailureKind.PAGINATOR, "It repeats.");

        assertThatThrownBy(() -> pipeline().run(orders().failing(failure))).isSameAs(failure);
    }

    @Test
    void letsReplacedResourcesForget() {
        ResourceHints replace = ResourceHints.none().withDisposition(WriteDisposition.replace());
        ScriptedSource source = new ScriptedSource().resource("orders", replace).resource("customers");
        pipeline().run(source.remembering("orders", 1).remembering("customers", 2));

        assertThat(stateSeen(pipeline(), new ScriptedSource().resource("orders", replace), "orders"))
                .isEmpty();
        assertThat(stateSeen(pipeline(), new ScriptedSource().resource("customers"), "customers"))
                .isNotEmpty();
    }

    @Test
    void readsButDoesNotLoadWhatIsNotSelected() {
        pipeline()
                .run(new ScriptedSource()
                        .unselected("parents")
                        .resource("skipped", ResourceHints.none().withDisposition(WriteDisposition.skip()))
                        .resource("orders")
                        .page("parents", "[{\"id\":1}]")
                        .page("skipped", "[{\"id\":1}]")
                        .record("orders", "{\"id\":1}"));

        assertThat(destination.lastRows()).containsOnlyKeys("orders");
        assertThat(destination.last().schema().findTable("skipped")).isEmpty();
    }

    @Test
    void loadsOnlyTheResourcesThatAreAskedFor() {
        ScriptedSource source =
                orders().resource("customers").page("orders", ORDERS).page("customers", "[{\"id\":1}]");

        pipeline().resources(List.of("customers")).run(source);

        assertThat(destination.lastRows()).containsOnlyKeys("customers");
    }

    @Test
    void namesTheNearestResourceWhenOneIsUnknown() {
        assertThatThrownBy(() -> pipeline().resources(List.of("order")).run(orders()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("did you mean 'orders'?");
    }

    @Test
    void refusesAnotherNamingForTablesThatAreThere() {
        pipeline().run(orders().page("orders", ORDERS));

        assertThatThrownBy(() -> pipeline().naming("direct").run(orders().page("orders", ORDERS)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'snake_case'");
    }

    @Test
    void stopsBetweenTwoPages() {
        AtomicBoolean stop = new AtomicBoolean();
        ScriptedSource source =
                orders().page("orders", ORDERS).doing(context -> stop.set(true)).page("orders", ORDERS);

        RunReport report = pipeline().stopWhen(stop::get).attempt(source);

        assertThat(report.failure()).isInstanceOf(InterruptedRunException.class);
        assertThat(report.resources().get(0).pages()).isEqualTo(1);
        assertThat(destination.packages()).isEmpty();
    }

    @Test
    void isNotBrokenByAListenerThatThrows() {
        RunReport report = pipeline()
                .listener(event -> {
                    throw new IllegalStateException("listener");
                })
                .run(orders().page("orders", ORDERS));

        assertThat(report.loads()).hasSize(1);
    }

    @Test
    void namesTheDatasetAfterThePipeline() {
        RunReport report = Pipeline.named("My-Shop")
                .destination(destination)
                .pipelinesDirectory(folder)
                .run(orders());

        assertThat(report.dataset()).isEqualTo("my_shop_dataset");
    }

    @Test
    void refusesNamesThatAreNoFolders() {
        assertThatThrownBy(() -> Pipeline.named("../x")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> Pipeline.named(" ")).isInstanceOf(ConfigException.class);
    }

    private Pipeline pipeline() {
        return Pipeline.named("shop")
                .destination(destination)
                .dataset("shop_data")
                .pipelinesDirectory(folder)
                .listener(events::add);
    }

    private static ScriptedSource orders() {
        return new ScriptedSource().resource("orders");
    }

    private static Map<String, @Nullable Object> stateSeen(Pipeline pipeline, String resource) {
        return stateSeen(pipeline, new ScriptedSource().resource(resource), resource);
    }

    private static Map<String, @Nullable Object> stateSeen(Pipeline pipeline, ScriptedSource source, String resource) {
        Map<String, @Nullable Object> seen = new HashMap<>();
        pipeline.run(source.doing((ReadContext context) -> seen.putAll(context.state(resource))));
        return seen;
    }
}
