package dev.headrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.source.ReadContext;
import dev.headrace.source.ReadingPosition;
import dev.headrace.source.RecordSinks;
import dev.headrace.source.Resource;
import dev.headrace.source.ResourceHints;
import dev.headrace.source.Source;
import dev.headrace.source.SourceReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class AnswersInAdvanceTest {

    private final AtomicLong nanoseconds = new AtomicLong();
    private final List<String> begunAt = new ArrayList<>();

    @TempDir
    private Path folder;

    /** Its first reader is given an answer that is not due, waits for the one that is, and is killed. */
    private final class Waiting implements Source {

        @Override
        public String name() {
            return "shop";
        }

        @Override
        public List<Resource> resources() {
            return List.of(new Resource("orders", true, ResourceHints.none()));
        }

        @Override
        public Optional<String> identity() {
            return Optional.of("shop");
        }

        @Override
        public SourceReader open(ReadContext context) {
            return new Killed(context);
        }

        @Override
        public SourceReader open(ReadContext context, ReadingPosition position) {
            begunAt.add(position.document());
            return new SourceReader() {
                @Override
                public boolean readPage(RecordSinks sinks) {
                    return false;
                }

                @Override
                public void close() {}
            };
        }
    }

    private static final class Killed implements SourceReader {

        private final ReadContext context;
        private final CountDownLatch asked = new CountDownLatch(1);

        Killed(ReadContext context) {
            this.context = context;
        }

        @Override
        public boolean readPage(RecordSinks sinks) {
            context.cameAhead();
            context.waitBegins();
            try {
                assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            context.waitEnds();
            throw new Error("killed");
        }

        @Override
        public Optional<ReadingPosition> position() {
            asked.countDown();
            return Optional.of(new ReadingPosition("one answer in advance", "orders"));
        }

        @Override
        public void close() {}
    }

    @Test
    void areSavedWhileNothingElseComes() {
        Pipeline pipeline = Pipeline.named("shop")
                .destination(new MemoryDestination())
                .pipelinesDirectory(folder)
                .nanoseconds(() -> nanoseconds.addAndGet(2_000_000_000L));

        assertThatThrownBy(() -> pipeline.run(new Waiting())).hasMessage("killed");
        pipeline.run(new Waiting());

        assertThat(begunAt).containsExactly("one answer in advance");
    }
}
