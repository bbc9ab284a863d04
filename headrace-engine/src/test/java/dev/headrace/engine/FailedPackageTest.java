package dev.headrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.DestinationException;
import dev.headrace.Redactor;
import dev.headrace.Secret;
import dev.headrace.event.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a package that can never be loaded as it is. */
class FailedPackageTest {

    private final MemoryDestination destination = new MemoryDestination();
    private final List<RunEvent> events = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void isKeptWholeWithTheReasonBesideIt() throws IOException {
        destination.refuse(refusal("column 'a' of row 3 is NULL"));

        RunReport report = run("[{\"id\":1}]", 1);

        assertThat(report.failure()).hasMessage("column 'a' of row 3 is NULL");
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .contains("next run goes on without it", "packages show");
        assertThat(packages("normalised")).isEmpty();
        Path failed = packages("failed").get(0);
        assertThat(failed).isDirectoryContaining("glob:**.parquet").isDirectoryContaining("glob:**manifest.json");
        assertThat(Files.readString(failed.resolve("failure.json")))
                .contains("\"reason\":\"column 'a' of row 3 is NULL\"");
    }

    @Test
    void doesNotStopTheNextRunWhichReadsItsRowsAgain() {
        destination.refuse(refusal("no"));
        run("[{\"id\":1}]", 1);

        List<Object> seen = new ArrayList<>();
        RunReport next = pipeline()
                .attempt(source().doing(context -> seen.add(Map.copyOf(context.state("orders"))))
                        .page("orders", "[{\"id\":1}]"));

        assertThat(next.succeeded()).isTrue();
        assertThat(seen).containsExactly(Map.of());
        assertThat(destination.packages()).hasSize(1);
    }

    @Test
    void isToldInOneLineByEveryLaterRun() {
        destination.refuse(refusal("two\nlines. And more."));
        run("[{\"id\":1}]", 1);
        String id = events.stream()
                .filter(RunEvent.LoadStarted.class::isInstance)
                .map(event -> ((RunEvent.LoadStarted) event).id().value())
                .findFirst()
                .orElseThrow();

        for (int i = 0; i < 2; i++) {
            assertThat(run("[]", 1).warnings())
                    .singleElement()
                    .asString()
                    .startsWith("Package " + id + " failed on 20")
                    .contains(
                            "two lines. And more.",
                            "headrace packages show " + id + " --pipeline shop --pipelines-dir ")
                    .doesNotContain("\n");
        }
    }

    @Test
    void isToldInOneLineHoweverManyThereAre() {
        for (int i = 0; i < 5; i++) {
            destination.refuse(refusal("no"));
            run("[{\"id\":1}]", 1);
        }

        assertThat(run("[]", 1).warnings())
                .singleElement()
                .asString()
                .startsWith("5 packages failed and are kept; their rows are not loaded. The newest, ")
                .contains("headrace packages list --pipeline shop", "headrace packages drop --failed --pipeline shop")
                .doesNotContain("\n");
    }

    @Test
    void isAlsoOneThatWasPendingAndIsRefusedNow() throws IOException {
        destination.refuse(new DestinationException("down"));
        run("[{\"id\":1}]", 1);
        destination.refuse(refusal("does not fit"));

        RunReport next = run("[{\"id\":1}]", 1);

        assertThat(next.succeeded()).isTrue();
        assertThat(next.warnings()).singleElement().asString().contains("does not fit");
        assertThat(packages("failed")).hasSize(1);
        assertThat(destination.packages()).hasSize(1);
    }

    @Test
    void isAlsoOneThatWasDamaged() throws IOException {
        destination.refuse(new DestinationException("down"));
        run("[{\"id\":1}]", 1);
        Files.writeString(packages("normalised").get(0).resolve("manifest.json"), "{");

        RunReport next = run("[{\"id\":1}]", 1);

        assertThat(next.succeeded()).isTrue();
        assertThat(next.warnings()).singleElement().asString().contains("manifest.json cannot be read");
        assertThat(packages("failed")).hasSize(1);
    }

    @Test
    void isAlsoOneWhoseStateOthersHaveOvertaken() throws IOException {
        destination.refuse(new DestinationException("down"));
        run("[{\"id\":1}]", 1);
        elsewhere().run(source().page("orders", "[{\"id\":1}]").remembering("orders", 7L));

        RunReport next = run("[]", 7);

        assertThat(next.succeeded()).isTrue();
        assertThat(packages("failed")).hasSize(1);
        assertThat(destination.packages()).hasSize(1);
        assertThat(destination.state().version()).isEqualTo(1);
    }

    @Test
    void isWhatARunBringsWhenAnotherHasCommittedBeforeIt() throws IOException {
        Pipeline pipeline = pipeline();
        ScriptedSource source = source().page("orders", "[{\"id\":1}]").remembering("orders", 1L);

        RunReport report = pipeline.attempt(source.doing(context -> {
            destination.letOthersIn();
            elsewhere().run(source().page("orders", "[{\"id\":1}]").remembering("orders", 7L));
        }));

        assertThat(report.failure()).hasMessageContaining("does not follow");
        assertThat(packages("failed")).hasSize(1);
        assertThat(destination.packages()).hasSize(1);
    }

    @Test
    void tellsNoSecret() throws IOException {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("s3cr3t-value"));
        destination.refuse(refusal("value s3cr3t-value does not fit"));

        pipeline().redactor(redactor).attempt(source().page("orders", "[{\"id\":1}]"));

        assertThat(Files.readString(packages("failed").get(0).resolve("failure.json")))
                .contains("does not fit")
                .doesNotContain("s3cr3t");
    }

    private static DestinationException refusal(String message) {
        return new DestinationException(DestinationException.Reason.PACKAGE, message, null);
    }

    private List<Path> packages(String stage) throws IOException {
        Path place = folder.resolve("shop/packages").resolve(stage);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(place)) {
            return found.sorted().toList();
        }
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

    /** The same pipeline, run from another machine. */
    private Pipeline elsewhere() {
        return pipeline().pipelinesDirectory(folder.resolve("elsewhere"));
    }
}
