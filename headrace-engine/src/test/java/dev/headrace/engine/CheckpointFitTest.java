package dev.headrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.DataException;
import dev.headrace.FailedRequest;
import dev.headrace.FailureKind;
import dev.headrace.HeadraceException;
import dev.headrace.Phase;
import dev.headrace.RequestFailedException;
import dev.headrace.SourceException;
import dev.headrace.event.RunEvent;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.ResourceHints;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a run goes on where another stopped, and what it says. */
class CheckpointFitTest {

    private static final Instant NOW = Instant.parse("2026-05-01T18:03:12Z");

    private final MemoryDestination destination = new MemoryDestination();
    private final List<RunEvent> events = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void tellsWhereTheNextRunGoesOnAndWhereItDoes() {
        RunReport failed = attempt(source().accident(2, new SourceException(FailureKind.HTTP, "500")));

        assertThat(failed.warnings()).containsExactly("What was read is kept: the next run goes on with step 3.");
        assertThat(failed.resources()).contains(new RunReport.ResourceReport("orders", 2, 2, 100L));
        RunReport report = attempt(source());
        assertThat(notes()).containsExactly("Goes on where the run of 18:03:12 stopped: step 3.");
        assertThat(report.resources()).contains(new RunReport.ResourceReport("orders", 3, 3, 100L));
        assertThat(report.loads()).hasSize(1);
        assertThat(destination.lastRows()).containsEntry("orders", 3L);
        assertThat(packages("new")).isEmpty();
    }

    @Test
    void saysWhereItStoppedWhenItWasAskedTo() {
        AtomicBoolean stop = new AtomicBoolean();
        ScriptedSource source = source();
        RunReport stopped = pipeline()
                .stopWhen(() -> source.done().size() == 2 || stop.get())
                .attempt(source);

        assertThat(stopped.failure())
                .hasMessageContaining("What it has read is kept: run it again, and it goes on with step 3.")
                .extracting(HeadraceException::kind)
                .isEqualTo(FailureKind.INTERRUPTED);
        attempt(source());
        assertThat(destination.lastRows()).containsEntry("orders", 3L);
    }

    @Test
    void keepsNothingOfARunThatReadNothing() {
        RunReport failed = attempt(source().accident(0, new SourceException(FailureKind.HTTP, "500")));

        assertThat(failed.warnings()).isEmpty();
        assertThat(packages("new")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401,true",
        "403,true",
        "429,true",
        "500,true",
        "503,true",
        ",true",
        "400,false",
        "404,false",
        "410,false"
    })
    void keepsWhatWasReadWhenAnotherTimeMayBeBetter(@Nullable Integer status, boolean kept) {
        FailedRequest request = new FailedRequest("GET /orders", status, "failed", 1);
        attempt(source().accident(1, new RequestFailedException(request, "failed", null)));

        assertThat(packages("new")).hasSize(kept ? 1 : 0);
    }

    static Stream<RuntimeException> hopeless() {
        return Stream.of(
                new SourceException(FailureKind.PAGINATOR, "no cursor"),
                new SourceException(FailureKind.DATA, "no JSON"),
                new DataException(FailureKind.SCHEMA, Phase.NORMALIZE, "frozen"));
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void givesUpWhatWasReadWhenTheSameWouldComeAgain(RuntimeException failure) {
        pipeline().nanoseconds(slowly()).attempt(source().accident(2, failure));

        assertThat(packages("new")).isEmpty();
        ScriptedSource next = source();
        attempt(next);
        assertThat(next.done()).containsExactly(0, 1, 2);
        assertThat(notes()).isEmpty();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("configuration of source 'shop'", p -> p, s -> s.identified("other")),
                change("the source", p -> p, s -> s.identified(null)),
                change("write disposition", p -> p.writeDisposition(WriteDisposition.replace()), s -> s),
                change("choice of resources", p -> p.resources(List.of("others")), s -> s),
                change("refresh", p -> p.refresh("drop_data"), s -> s),
                change("naming", p -> p.naming("direct"), s -> s),
                change("nesting", p -> p.maxTableNesting(1), s -> s),
                change("a contract", p -> p.schemaContract(SchemaContract.evolve()), s -> s),
                change(
                        "a hint",
                        p -> p,
                        s -> s.resource("orders", ResourceHints.none().withPrimaryKey(List.of("id")))),
                change("destination", p -> p.dataset("elsewhere"), s -> s));
    }

    private static Arguments change(
            String what, UnaryOperator<Pipeline> pipeline, UnaryOperator<ScriptedSource> source) {
        return Arguments.of(what, Named.of("run", pipeline), Named.of("source", source));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void beginsAnewWhenSomethingThatMattersHasChanged(
            String what, UnaryOperator<Pipeline> pipeline, UnaryOperator<ScriptedSource> source) {
        attempt(source().accident(2, new SourceException(FailureKind.HTTP, "500")));
        ScriptedSource next = source.apply(source());
        RunReport report = pipeline.apply(pipeline()).attempt(next);

        assertThat(report.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("Starts anew: ")
                        .contains(what, " has changed since the run of 18:03:12 stopped"));
        assertThat(report.failure()).isNull();
        assertThat(packages("new")).isEmpty();
    }

    @Test
    void beginsAnewWhenTheDestinationHasGoneOn() {
        attempt(source().accident(2, new SourceException(FailureKind.HTTP, "500")));
        Pipeline.named("shop")
                .destination(destination)
                .pipelinesDirectory(folder.resolve("other"))
                .run(source().remembering("orders", 7));
        RunReport report = attempt(source());

        assertThat(report.warnings()).anyMatch(warning -> warning.contains("what is loaded there has changed"));
    }

    @Test
    void beginsAnewWhenItIsAskedTo() {
        attempt(source().accident(2, new SourceException(FailureKind.HTTP, "500")));
        ScriptedSource next = source();
        pipeline().resume(false).run(next);

        assertThat(next.done()).containsExactly(0, 1, 2);
        assertThat(notes())
                .containsExactly("Starts anew, as it was asked to: what the run of 18:03:12 had read is given up.");
    }

    @Test
    void namesTheDayOfARunThatIsLongPast() {
        attempt(source().accident(2, new SourceException(FailureKind.HTTP, "500")));
        pipeline()
                .clock(Clock.fixed(NOW.plus(Duration.ofDays(2)), ZoneOffset.UTC))
                .run(source());

        assertThat(notes()).containsExactly("Goes on where the run of 2026-05-01 18:03:12 stopped: step 3.");
    }

    @Test
    void beginsAnewWhenTheSourceCannotReadThePosition() {
        attempt(source().accident(2, new SourceException(FailureKind.HTTP, "500")));
        RunReport report = attempt(source().forgetful());

        assertThat(report.warnings())
                .containsExactly(
                        "Starts anew: the checkpoint of the run of 18:03:12 does not tell source 'shop' where it"
                                + " stopped: it is damaged, or another version of Headrace made it. What it had read is given up.");
        assertThat(destination.lastRows()).containsEntry("orders", 3L);
    }

    @ParameterizedTest
    @CsvSource({"shorten", "change", "remove", "empty", "cut", "format", "content"})
    void beginsAnewWhenTheCheckpointIsDamaged(String how) throws IOException {
        attempt(source().accident(2, new SourceException(FailureKind.HTTP, "500")));
        damage(how);
        ScriptedSource next = source();
        RunReport report = attempt(next);

        assertThat(report.warnings())
                .singleElement()
                .asString()
                .startsWith("Starts anew: the checkpoint of an earlier run is damaged: ");
        assertThat(next.done()).containsExactly(0, 1, 2);
        assertThat(destination.lastRows()).containsEntry("orders", 3L);
        assertThat(packages("new")).isEmpty();
    }

    private void damage(String how) throws IOException {
        Path part = files(".parquet").get(0);
        Path checkpoint = files("checkpoint.json").get(0);
        byte[] bytes = Files.readAllBytes(part);
        String text = Files.readString(checkpoint);
        switch (how) {
            case "shorten" -> Files.write(part, java.util.Arrays.copyOf(bytes, bytes.length - 1));
            case "change" -> {
                bytes[bytes.length / 2] ^= 1;
                Files.write(part, bytes);
            }
            case "remove" -> Files.delete(part);
            case "empty" -> Files.writeString(checkpoint, "");
            case "cut" -> Files.writeString(checkpoint, text.substring(0, text.length() / 2));
            case "format" -> Files.writeString(checkpoint, text.replace("\"format\":1", "\"format\":2"));
            default -> Files.writeString(checkpoint, text.replace("run_began", "began"));
        }
    }

    @Test
    void goesOnWhenFilesAreLongerThanTheCheckpointSays() throws IOException {
        attempt(source().accident(2, new SourceException(FailureKind.HTTP, "500")));
        Path part = files(".parquet").get(0);
        Files.write(part, new byte[1000], java.nio.file.StandardOpenOption.APPEND);
        Files.writeString(part.resolveSibling("0009-later.000.parquet"), "PAR1");
        PackageContents contents = new PackageContents();
        destination.readBy(contents::add);
        attempt(source());

        assertThat(contents.rows()).contains("orders {id=1}", "orders {id=2}", "orders {id=3}");
    }

    @Test
    void remembersStatesExactlyAndWhatTheyWereAtTheBeginning() {
        Map<String, Object> values = Map.of(
                "long",
                1L,
                "double",
                1.0,
                "small",
                1e-7,
                "big",
                new BigInteger("123456789012345678901234567890"),
                "map",
                Map.of("list", List.of(1L, 2.5, "x", true)));
        List<Object> seen = new ArrayList<>();
        pipeline().run(source().remembering("orders", 1));
        ScriptedSource first = source().doing(context -> context.state("orders").putAll(values))
                .accident(4, new SourceException(FailureKind.HTTP, "500"))
                .page("orders", "[]");
        attempt(first);
        ScriptedSource second = source().doing(
                        context -> context.state("orders").clear())
                .doing(context -> {
                    seen.add(Map.copyOf(context.stateAtBeginning("orders")));
                    seen.add(new java.util.HashMap<>(context.state("orders")));
                });
        attempt(second);

        Map<String, Object> now = new java.util.HashMap<>(values);
        now.put("cursor", 1L);
        assertThat(seen).containsExactly(Map.of("cursor", 1L), now);
    }

    @Test
    void makesNoCheckpointOfAShortRun() {
        List<Long> sizes = new ArrayList<>();
        pipeline()
                .run(source().doing(context ->
                        sizes.add((long) files("checkpoint.json").size())));

        assertThat(sizes).containsExactly(0L);
    }

    @Test
    void makesACheckpointBeforeALongWait() {
        List<Integer> sizes = new ArrayList<>();
        pipeline().run(source().doing(context -> {
            context.listener().on(new RunEvent.Waiting("orders", "the API asks to", NOW.plusSeconds(60)));
            for (int i = 0; i < 2000 && files("checkpoint.json").isEmpty(); i++) {
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
            sizes.add(files("checkpoint.json").size());
        }));

        assertThat(sizes).containsExactly(1);
    }

    private static java.util.function.LongSupplier slowly() {
        java.util.concurrent.atomic.AtomicLong nanoseconds = new java.util.concurrent.atomic.AtomicLong();
        return () -> nanoseconds.addAndGet(2_000_000_000L);
    }

    private static ScriptedSource source() {
        return new ScriptedSource()
                .identified("script")
                .resource("orders")
                .resource("others")
                .page("orders", "[{\"id\":1}]")
                .page("orders", "[{\"id\":2}]")
                .page("orders", "[{\"id\":3}]");
    }

    private RunReport attempt(ScriptedSource source) {
        return pipeline().attempt(source);
    }

    private Pipeline pipeline() {
        return Pipeline.named("shop")
                .destination(destination)
                .pipelinesDirectory(folder)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .nanoseconds(() -> 0)
                .listener(events::add);
    }

    private List<String> notes() {
        return events.stream()
                .filter(RunEvent.Noted.class::isInstance)
                .map(event -> ((RunEvent.Noted) event).message())
                .toList();
    }

    private List<Path> packages(String stage) {
        return list(folder.resolve("shop/packages").resolve(stage));
    }

    private List<Path> files(String end) {
        return packages("new").stream()
                .flatMap(found -> list(found).stream())
                .filter(file -> file.toString().endsWith(end))
                .toList();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
