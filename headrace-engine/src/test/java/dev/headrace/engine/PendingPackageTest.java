package dev.headrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.DestinationException;
import dev.headrace.FailureKind;
import dev.headrace.HeadraceException;
import dev.headrace.Phase;
import dev.headrace.SourceException;
import dev.headrace.event.RunEvent;
import dev.headrace.load.LoadId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a package whose load went wrong. */
class PendingPackageTest {

    private final MemoryDestination destination = new MemoryDestination();
    private final List<RunEvent> events = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void isLoadedByTheNextRunBeforeNewData() {
        destination.refuse(new DestinationException("full"));
        RunReport failed = run("[{\"id\":1}]", 1);
        RunReport next = run("[{\"id\":2}]", 2);

        assertThat(failed.failure()).isInstanceOf(DestinationException.class);
        assertThat(failed.warnings()).anyMatch(warning -> warning.contains("next run"));
        assertThat(next.loads()).hasSize(2).isSorted();
        assertThat(destination.packages()).hasSize(2);
        assertThat(destination.state().version()).isEqualTo(2);
    }

    @Test
    void movesTheStateOnlyWhenItIsCommitted() {
        destination.refuse(new DestinationException("full"));
        run("[{\"id\":1}]", 1);

        assertThat(destination.state().version()).isZero();
        assertThat(folder.resolve("shop/state.json")).doesNotExist();
        List<Object> seen = new ArrayList<>();
        pipeline().run(source().doing(context -> seen.add(Map.copyOf(context.state("orders")))));
        assertThat(seen).containsExactly(Map.of("cursor", 1L));
        assertThat(folder.resolve("shop/state.json")).exists();
    }

    @Test
    void survivesTheDeathOfTheProcess() {
        destination.refuse(new IllegalStateException("killed"));
        assertThatThrownBy(() -> run("[{\"id\":1}]", 1)).hasMessage("killed");

        run("[{\"id\":2}]", 2);

        assertThat(events).anyMatch(RunEvent.PendingPackageFound.class::isInstance);
        assertThat(destination.packages()).hasSize(2);
    }

    @Test
    void isNotLoadedTwiceWhenTheAnswerWasLost() {
        destination.loseAnswer(new DestinationException("connection reset"));

        RunReport report = run("[{\"id\":1}]", 1);

        assertThat(report.succeeded()).isTrue();
        assertThat(report.tables()).hasSize(1);
        run("[{\"id\":2}]", 2);
        assertThat(destination.packages()).hasSize(2);
        assertThat(events).noneMatch(RunEvent.PendingPackageFound.class::isInstance);
    }

    @Test
    void isPutAwayWhenTheProcessDiedBehindTheCommit() {
        destination.loseAnswer(new IllegalStateException("killed"));
        assertThatThrownBy(() -> run("[{\"id\":1}]", 1)).hasMessage("killed");
        LoadId committed = destination.last().id();

        RunReport next = run("[{\"id\":2}]", 2);

        assertThat(next.loads()).startsWith(committed).hasSize(2);
        assertThat(destination.packages()).hasSize(2);
        assertThat(run("[]", 2).loads()).isEmpty();
    }

    @Test
    void blocksTheNextExtractionWhileItIsRefused() {
        destination.refuse(new DestinationException("full"));
        destination.refuse(new DestinationException("still full"));
        run("[{\"id\":1}]", 1);
        ScriptedSource source = source().page("orders", "[{\"id\":2}]");

        RunReport report = pipeline().attempt(source);

        assertThat(report.failure())
                .hasMessage("still full")
                .extracting(HeadraceException::phase)
                .isEqualTo(Phase.LOAD);
        assertThat(source.opened()).isZero();
    }

    @Test
    void isKeptWhenTheNewExtractionFails() {
        destination.refuse(new DestinationException("full"));
        run("[{\"id\":1}]", 1);

        RunReport report = pipeline().attempt(source().failing(new SourceException(FailureKind.HTTP, "500")));

        assertThat(report.loads()).hasSize(1);
        assertThat(report.failure()).hasMessage("500");
        assertThat(destination.packages()).hasSize(1);
    }

    @Test
    void isPutAsideWhenTheDestinationLostWhatItGoesOnFrom() {
        run("[{\"id\":1}]", 1);
        destination.refuse(new DestinationException("full"));
        run("[{\"id\":2}]", 2);
        destination.drop();

        List<Object> seen = new ArrayList<>();
        RunReport report = pipeline().run(source().doing(context -> seen.add(Map.copyOf(context.state("orders")))));

        assertThat(destination.packages()).allMatch(loaded -> loaded.tables().isEmpty());
        assertThat(seen).containsExactly(Map.of());
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("does not follow"));
    }

    @Test
    void isNotLoadedIntoAnotherDatabase() {
        MemoryDestination other = new MemoryDestination("elsewhere");
        destination.refuse(new DestinationException("full"));
        run("[{\"id\":1}]", 1);
        ScriptedSource source = source().page("orders", "[{\"id\":2}]");

        RunReport report = pipeline().destination(other).attempt(source);

        assertThat(report.failure()).isInstanceOf(DataException.class);
        assertThat(report.failure())
                .hasMessageContaining(folder.resolve("shop/packages/normalised").toString())
                .hasMessageContaining("dataset 'shop_dataset' of memory:here")
                .hasMessageContaining("dataset 'shop_dataset' of memory:elsewhere")
                .hasMessageContaining("--destination memory:here --dataset shop_dataset")
                .hasMessageContaining("headrace packages drop");
        assertThat(other.packages()).isEmpty();
        assertThat(source.opened()).isZero();
        assertThat(run("[{\"id\":2}]", 2).loads()).hasSize(2);
    }

    @Test
    void isNotLoadedIntoAnotherDataset() {
        destination.refuse(new DestinationException("full"));
        run("[{\"id\":1}]", 1);

        RunReport report = pipeline().dataset("Other Set").attempt(source().page("orders", "[{\"id\":2}]"));

        assertThat(report.failure()).isInstanceOf(DataException.class);
        assertThat(report.failure()).hasMessageContaining("dataset 'other_set' of memory:here");
        assertThat(destination.packages()).isEmpty();
        assertThat(run("[{\"id\":2}]", 2).loads()).hasSize(2);
    }

    private RunReport run(String page, long cursor) {
        return pipeline().attempt(source().page("orders", page).remembering("orders", cursor));
    }

    private static ScriptedSource source() {
        return new ScriptedSource().resource("orders");
    }

    private Pipeline pipeline() {
        return Pipeline.named("shop")
                .destination(destination)
                .pipelinesDirectory(folder)
                .listener(events::add);
    }
}
