package dev.headrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.FailureKind;
import dev.headrace.InterruptedRunException;
import dev.headrace.SourceException;
import dev.headrace.destination.Claim;
import dev.headrace.testkit.FakeClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs of one pipeline at once. */
class PatienceTest {

    private final MemoryDestination destination = new MemoryDestination();
    private final List<Duration> slept = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void isNoneUnlessAskedFor() {
        Claim other = destination.claim("shop_dataset", "shop");

        RunReport report = pipeline().attempt(source());

        assertThat(report.failure()).hasMessage("another run has it");
        assertThat(slept).isEmpty();
        other.close();
        assertThat(pipeline().attempt(source()).succeeded()).isTrue();
    }

    @Test
    void waitsUntilTheOtherRunHasEnded() {
        Claim other = destination.claim("shop_dataset", "shop");

        RunReport report = pipeline()
                .patience(Duration.ofSeconds(10))
                .sleeper(duration -> {
                    slept.add(duration);
                    if (slept.size() == 3) {
                        other.close();
                    }
                })
                .attempt(source());

        assertThat(report.succeeded()).isTrue();
        assertThat(slept).hasSize(3);
        assertThat(report.warnings()).containsExactly("another run has it Waiting for up to 10 s.");
    }

    @Test
    void hasAnEnd() {
        destination.claim("shop_dataset", "shop");
        ScriptedSource source = source();

        RunReport report = pipeline().patience(Duration.ofSeconds(4)).attempt(source);

        assertThat(report.failure()).hasMessage("another run has it");
        assertThat(slept).hasSize(4);
        assertThat(source.opened()).isZero();
    }

    @Test
    void holdsForTheFolderToo() {
        RunReport outer = pipeline().attempt(source().doing(context -> {
            RunReport report = pipeline().patience(Duration.ofSeconds(2)).attempt(source());

            assertThat(report.failure()).hasMessageContaining("another run in this process", "--wait");
            assertThat(slept).hasSize(2);
        }));

        assertThat(outer.succeeded()).isTrue();
    }

    @Test
    void endsWhenTheRunIsStopped() {
        destination.claim("shop_dataset", "shop");

        RunReport report = pipeline()
                .patience(Duration.ofSeconds(10))
                .stopWhen(() -> slept.size() == 2)
                .attempt(source());

        assertThat(report.failure()).isInstanceOf(InterruptedRunException.class);
        assertThat(slept).hasSize(2);
    }

    @Test
    void letsOthersInWhenTheRunHasEnded() {
        pipeline().attempt(source().failing(new SourceException(FailureKind.HTTP, "500")));

        destination.claim("shop_dataset", "shop").close();
        assertThat(destination.claimsAskedFor()).isEqualTo(2);
    }

    private static ScriptedSource source() {
        return new ScriptedSource().resource("orders").page("orders", "[{\"id\":1}]");
    }

    private Pipeline pipeline() {
        FakeClock clock = new FakeClock();
        return Pipeline.named("shop")
                .destination(destination)
                .pipelinesDirectory(folder)
                .clock(clock)
                .sleeper(duration -> {
                    slept.add(duration);
                    clock.sleep(duration);
                });
    }
}
