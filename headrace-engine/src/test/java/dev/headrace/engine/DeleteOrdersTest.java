package dev.headrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.DestinationException;
import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.deletes.DeleteLimit;
import dev.headrace.deletes.DeleteOrder;
import dev.headrace.deletes.DeleteResult.Outcome;
import dev.headrace.deletes.Deletes;
import dev.headrace.engine.loadpackage.PackageFolder;
import dev.headrace.engine.loadpackage.PackageStage;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.Completeness.Verdict;
import dev.headrace.source.LoadRules;
import dev.headrace.source.ResourceHints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which packages take away rows that they do not bring. */
class DeleteOrdersTest {

    private static final ResourceHints MERGED =
            ResourceHints.none().withDisposition(WriteDisposition.merge()).withPrimaryKey(List.of("id"));
    private static final DeleteOrder SOFT = new DeleteOrder(Deletes.SOFT, DeleteLimit.usual());

    private final MemoryDestination destination = new MemoryDestination().deleting();

    @TempDir
    private Path folder;

    private Pipeline pipeline() {
        return Pipeline.named("shop").destination(destination).pipelinesDirectory(folder);
    }

    private static ScriptedSource source(Verdict verdict) {
        return new ScriptedSource()
                .resource("orders", MERGED, new LoadRules(null, Deletes.SOFT, null))
                .judged(verdict);
    }

    /** Of each package, what becomes of other rows in the table; null: they stay. */
    private List<@Nullable DeleteOrder> orders() {
        List<@Nullable DeleteOrder> orders = new ArrayList<>();
        for (LoadPackage each : destination.packages()) {
            orders.add(each.tables().stream()
                    .filter(load -> load.table().name().equals("orders"))
                    .map(TableLoad::terms)
                    .findFirst()
                    .map(terms -> terms.deletes())
                    .orElse(null));
        }
        return orders;
    }

    @Test
    void aWholePassTakesAway() {
        pipeline().run(source(Verdict.COMPLETE).page("orders", "[{\"id\":1,\"tags\":[1]}]"));

        assertThat(orders()).containsExactly(SOFT);
        assertThat(destination.last().tables().get(1).terms().deletes()).isNull();
        assertThat(destination.last().schema().findTable("orders").orElseThrow().findColumn(Deletes.COLUMN))
                .isPresent();
    }

    @Test
    void aPassThatIsNotProvenDoesNot() {
        RunReport report = pipeline().run(source(Verdict.UNPROVEN).page("orders", "[{\"id\":1}]"));

        assertThat(orders()).containsExactly((DeleteOrder) null);
        assertThat(report.warnings())
                .containsExactly(
                        "orders: No row was marked as deleted: it is not proven that all records came (the script says"
                                + " so).");
        assertThat(report.deletes())
                .singleElement()
                .satisfies(each -> assertThat(each.result().outcome()).isEqualTo(Outcome.WITHHELD));
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void aSourceThatDoesNotCountDoesNot() {
        RunReport report = pipeline()
                .run(new ScriptedSource()
                        .resource("orders", MERGED, new LoadRules(null, Deletes.HARD, null))
                        .page("orders", "[{\"id\":1}]"));

        assertThat(orders()).containsExactly((DeleteOrder) null);
        assertThat(report.warnings()).singleElement().asString().contains("does not tell whether all records came");
    }

    @Test
    void aPassThatBringsNothingTakesAway() {
        pipeline().run(source(Verdict.COMPLETE).page("orders", "[{\"id\":1}]"));
        pipeline().run(source(Verdict.COMPLETE).page("orders", "[]"));

        assertThat(orders()).containsExactly(SOFT, SOFT);
        assertThat(destination.last().tables().get(0).parts()).isEmpty();
    }

    @Test
    void onlyThePackageWithTheWholePassDoes() {
        RunReport report = pipeline()
                .run(source(Verdict.COMPLETE)
                        .resource("log")
                        .page("orders", "[{\"id\":1}]")
                        .page("log", "[{\"id\":1}]")
                        .commitPoint()
                        .page("log", "[{\"id\":2}]"));

        assertThat(orders()).containsExactly(SOFT, null);
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void aPackageThatWaitsTakesAwayAsItWasTold() {
        destination.refuse(new DestinationException("full"));
        pipeline().attempt(source(Verdict.COMPLETE).page("orders", "[{\"id\":1}]"));

        pipeline().deletesOfAll(Deletes.NONE).run(source(Verdict.COMPLETE).page("orders", "[{\"id\":1}]"));

        assertThat(orders()).containsExactly(SOFT, null);
    }

    @Test
    void aCallThatAllowsItLiftsTheLimitOfPackagesThatWait() {
        destination.refuse(new DestinationException("full"));
        pipeline().attempt(source(Verdict.COMPLETE).page("orders", "[{\"id\":1}]"));

        pipeline().allowDeletes(true).run(source(Verdict.COMPLETE).page("orders", "[{\"id\":1}]"));

        assertThat(orders()).containsExactly(SOFT.unlimited(), SOFT.unlimited());
    }

    @Test
    void aPackageThatComesLateDoesNot() {
        destination.refuse(new DestinationException(DestinationException.Reason.PACKAGE, "wrong", null));
        pipeline().attempt(source(Verdict.COMPLETE).page("orders", "[{\"id\":1}]"));
        pipeline().run(source(Verdict.COMPLETE).page("orders", "[{\"id\":1}]"));
        String failed = new PackageFolder(folder.resolve("shop"))
                .list().stream()
                        .filter(known -> known.stage() == PackageStage.FAILED)
                        .map(known -> known.id().value())
                        .findFirst()
                        .orElseThrow();

        pipeline().retry(failed, true);

        assertThat(orders()).containsExactly(SOFT, null);
    }

    @Test
    void aRunThatGoesOnTakesAwayForBoth() {
        ScriptedSource source = source(Verdict.COMPLETE)
                .identified("one")
                .page("orders", "[{\"id\":1}]")
                .page("orders", "[{\"id\":2}]")
                .accident(1, new SourceException(FailureKind.HTTP, "busy"));
        pipeline().attempt(source);

        pipeline().run(source);

        assertThat(source.done()).containsExactly(0, 1);
        assertThat(orders()).containsExactly(SOFT);
    }

    @Test
    void aDestinationThatCannotIsRefused() {
        ScriptedSource source = source(Verdict.COMPLETE).page("orders", "[{\"id\":1}]");

        assertThatThrownBy(() -> Pipeline.named("shop")
                        .destination(new MemoryDestination())
                        .pipelinesDirectory(folder)
                        .run(source))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'deletes: soft' to resource 'orders': destination memory cannot do that");
        assertThat(source.opened()).isZero();
    }
}
