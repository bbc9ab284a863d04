package dev.headrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.source.Addition;
import dev.headrace.source.FieldChange;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageOrigin;
import dev.headrace.source.PageRecords;
import dev.headrace.source.RecordChanges;
import dev.headrace.source.RecordCount;
import dev.headrace.source.RecordSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class BackgroundSinkTest {

    private final List<String> written = Collections.synchronizedList(new ArrayList<>());

    @Test
    void writesPagesAndRecordsInTheOrderInWhichTheyCame() {
        try (Background background = new Background()) {
            BackgroundSink sink = new BackgroundSink("r", new Recording(), background, 0);
            for (int i = 0; i < 200; i++) {
                write(sink, "[" + i + "]");
            }
            sink.writeRecord(JsonSlice.of("{\"last\": true}"), List.of());
            background.await();
        }
        assertThat(written).hasSize(201).startsWith("[0]", "[1]", "[2]").endsWith("[199]", "{\"last\": true}");
    }

    @Test
    void tellsAtOnceWhereTheRecordsAre() {
        try (Background background = new Background()) {
            BackgroundSink sink = new BackgroundSink("r", new Recording(), background, 0);
            byte[] page = "{\"data\": [1, 2], \"total\": 2}".getBytes(StandardCharsets.UTF_8);
            assertThat(sink.writePage(page, page.length, List.of("data"), List.of()))
                    .isEqualTo(new PageRecords(2, 9, 15));
            background.await();
        }
    }

    @Test
    void doesNotDependOnTheArrayAfterTheCall() {
        try (Background background = new Background()) {
            BackgroundSink sink = new BackgroundSink("r", new Recording(), background, 0);
            byte[] page = "[1]".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                sink.writePage(page, page.length, List.of(), List.of(new Addition("a", new JsonSlice(page, 1, 2))));
                Arrays.fill(page, (byte) ' ');
                System.arraycopy("[1]".getBytes(StandardCharsets.UTF_8), 0, page, 0, 3);
            }
            background.await();
        }
        assertThat(written).hasSize(100).containsOnly("[1] a=1");
    }

    @Test
    void writesPagesWithChangesInTheirOrderToo() {
        RecordChanges stars = new RecordChanges() {
            @Override
            public Map<String, FieldChange> fields() {
                return Map.of();
            }

            @Override
            public JsonSlice changed(JsonSlice record, int number) {
                return JsonSlice.of(record.text() + "*");
            }
        };
        try (Background background = new Background()) {
            BackgroundSink sink = new BackgroundSink("r", new Recording(), background, 4);
            for (int i = 1; i < 5; i++) {
                byte[] page = ("[" + i + "]").getBytes(StandardCharsets.UTF_8);
                RecordCount count = i % 2 == 0
                        ? sink.writeChanged(page, page.length, List.of(), stars)
                        : writeLater(sink, "[" + i + "]");
                Arrays.fill(page, (byte) ' ');
                assertThat(count.await()).isEqualTo(1);
            }
            background.await();
        }
        assertThat(written).containsExactly("[1]", "[2]*", "[3]", "[4]*");
    }

    @Test
    void countsAPageThatIsWrittenLaterWhenItIsWritten() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        try (Background background = new Background()) {
            BackgroundSink sink = new BackgroundSink("r", new Recording(), background, 0);
            background.give(1, () -> await(mayGoOn));
            RecordCount count = writeLater(sink, "[1]");
            assertThat(count.isKnown()).isFalse();
            mayGoOn.countDown();
            assertThat(count.await()).isEqualTo(1);
            assertThat(count.isKnown()).isTrue();
        }
        assertThat(written).containsExactly("[1]");
    }

    @Test
    void countsTheFirstBytesAtOnce() {
        try (Background background = new Background()) {
            BackgroundSink sink = new BackgroundSink("r", new Recording(), background, 6);
            assertThat(writeLater(sink, "[1]").isKnown()).isTrue();
            assertThat(written).containsExactly("[1]");
        }
    }

    @Test
    void countsAPageWhateverBecomesOfThoseBehindIt() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        try (Background background = new Background()) {
            BackgroundSink sink = new BackgroundSink("r", new Recording(), background, 0);
            background.give(1, () -> await(mayGoOn));
            RecordCount good = writeLater(sink, "[1]");
            CompletableFuture<Integer> awaited = CompletableFuture.supplyAsync(good::await);
            RecordCount bad = writeLater(sink, "[\"bad\"]");
            mayGoOn.countDown();
            assertThatThrownBy(bad::await).hasMessage("refused");
            assertThat(awaited.join()).isEqualTo(1);
        }
    }

    @Test
    void aPageBehindOneThatCannotBeReadIsNotCounted() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        try (Background background = new Background()) {
            BackgroundSink sink = new BackgroundSink("r", new Recording(), background, 0);
            background.give(1, () -> await(mayGoOn));
            writeLater(sink, "[\"bad\"]");
            RecordCount behind = writeLater(sink, "[2]");
            mayGoOn.countDown();
            assertThatThrownBy(behind::await).hasMessage("refused");
            assertThat(behind.isKnown()).isFalse();
        }
    }

    @Test
    void whoeverIsToldOfAFailureIsToldWhatThePageItIsAboutAllows() {
        try (Background background = new Background()) {
            BackgroundSink sink = new BackgroundSink("r", new Recording(), background, 0);
            sink.from(page("first"));
            RecordCount bad = writeLater(sink, "[\"bad\"]");
            assertThatThrownBy(bad::await).hasMessage("first: refused");
            BackgroundSink other = new BackgroundSink("s", new Recording(), background, 0);
            other.from(page("second"));
            assertThatThrownBy(() -> write(other, "[1]")).hasMessage("first: refused");
        }
    }

    private static PageOrigin page(String request) {
        return new PageOrigin() {
            @Override
            public String request() {
                return request;
            }

            @Override
            public int page() {
                return 1;
            }

            @Override
            public RuntimeException explained(DataException failure) {
                return new IllegalStateException(request + ": " + failure.getMessage());
            }
        };
    }

    @Test
    void tellsWhyAPageThatIsWrittenLaterHasNoCount() {
        try (Background background = new Background()) {
            BackgroundSink sink = new BackgroundSink("r", new Recording(), background, 0);
            RecordCount bad = writeLater(sink, "[\"bad\"]");
            assertThatThrownBy(bad::await).hasMessage("refused");
            assertThat(bad.isKnown()).isFalse();
        }
    }

    @Test
    void refusesAPageThatIsNoJsonAtOnce() {
        try (Background background = new Background()) {
            BackgroundSink sink = new BackgroundSink("r", new Recording(), background, 0);
            assertThatThrownBy(() -> write(sink, "[1, ")).isInstanceOf(DataException.class);
        }
        assertThat(written).isEmpty();
    }

    @Test
    void tellsAFailureAndWritesNothingAfterIt() {
        try (Background background = new Background()) {
            BackgroundSink sink = new BackgroundSink("r", new Recording(), background, 0);
            write(sink, "[\"bad\"]");
            assertThatThrownBy(background::await)
                    .isInstanceOf(DataException.class)
                    .hasMessage("refused");
            assertThatThrownBy(() -> write(sink, "[2]")).hasMessage("refused");
        }
        assertThat(written).isEmpty();
    }

    @Test
    void writesVeryLargePagesAtOnce() {
        try (Background background = new Background()) {
            BackgroundSink sink = new BackgroundSink("r", new Recording(), background, 0);
            write(sink, "[1]");
            String large = "[" + " ".repeat(17 << 20) + "2]";
            write(sink, large);
            assertThat(written).containsExactly("[1]", large);
        }
    }

    @Test
    void writesTheFirstBytesAtOnce() {
        try (Background background = new Background()) {
            BackgroundSink sink = new BackgroundSink("r", new Recording(), background, 6);
            write(sink, "[1]");
            write(sink, "[2]");
            assertThat(written).containsExactly("[1]", "[2]");
        }
    }

    @Test
    void waitsForThePageUnderWayWhenItIsClosedByAnInterruptedThread() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        try (Background background = new Background()) {
            background.give(1, () -> {
                begun.countDown();
                LockSupport.parkNanos(50_000_000);
                written.add("under way");
            });
            begun.await();
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(written).containsExactly("under way");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RecordCount writeLater(RecordSink sink, String page) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        return sink.writePageLater(bytes, bytes.length, List.of(), List.of());
    }

    private static void write(RecordSink sink, String page) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        sink.writePage(bytes, bytes.length, List.of(), List.of());
    }

    /** Keeps the texts it is given; refuses one that says so. */
    private final class Recording implements RecordSink {

        @Override
        public PageRecords writePage(byte[] page, int length, List<String> path, List<Addition> additions) {
            String text = new String(page, 0, length, StandardCharsets.UTF_8);
            if (text.contains("bad")) {
                throw new DataException(FailureKind.SCHEMA, Phase.NORMALIZE, "refused");
            }
            additions.forEach(
                    a -> written.add(text + " " + a.key() + "=" + a.value().text()));
            if (additions.isEmpty()) {
                written.add(text);
            }
            return new PageRecords(1, 0, length);
        }

        @Override
        public RecordCount writeChanged(byte[] page, int length, List<String> path, RecordChanges changes) {
            String changed = changes.changed(new JsonSlice(page, 0, length), 1).text();
            byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
            return RecordCount.of(
                    writePage(bytes, bytes.length, path, List.of()).count());
        }

        @Override
        public void writeRecord(JsonSlice record, List<Addition> additions) {
            written.add(record.text());
        }
    }
}
