package dev.headrace.rest.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.Redactor;
import dev.headrace.RequestFailedException;
import dev.headrace.Secret;
import dev.headrace.rest.RestSource;
import dev.headrace.rest.http.Headers;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.source.ReadingPosition;
import dev.headrace.source.SourceReader;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import dev.headrace.testkit.api.Responder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages 2 to 5 have come while page 1 lets wait for itself, and then fails: what has come is part of the position. */
@Timeout(180)
class ReadAheadTest {

    private static final int PAGES = 6;
    private static final int AT_ONCE = 5;

    private final CountDownLatch release = new CountDownLatch(1);
    private final FakeApi slow = FakeApi.start();
    private FakeApi api;
    private boolean mended;
    private String header = "none";
    private String steps = "[]";
    private UnaryOperator<Answer> change = UnaryOperator.identity();

    @BeforeEach
    void start() {
        slow.otherwise(this::failWhenReleased);
        api = FakeApi.start().otherwise(this::numbered);
    }

    @AfterEach
    void stop() {
        release.countDown();
        api.close();
        slow.close();
    }

    private Answer failWhenReleased(RecordedRequest request) {
        try {
            assertThat(release.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.status(503);
    }

    private Answer numbered(RecordedRequest request) {
        int page = number(request);
        if (page == 1 && !mended) {
            return Answer.redirect(slow.url() + "/late");
        }
        Answer sound = Answer.json("{\"pages\":" + PAGES + ",\"data\":[{\"id\":" + page + "}]}");
        return page > 1 ? change.apply(sound) : sound;
    }

    private static int number(RecordedRequest request) {
        return request.param("page").map(Integer::parseInt).orElse(0);
    }

    private RestSource source(int concurrency) {
        return Reading.source("{'client': {'base_url': '" + api.url()
                + "', 'retry': {'max_retries': 0}, 'concurrency': "
                + concurrency + "}, 'resources': [{'name': 'a', 'processing_steps': " + steps
                + ", 'endpoint': {'data_selector': 'data', 'paginator': {"
                + "'type': 'page_number', 'total_path': 'pages'}}}]}");
    }

    /** Where a reader stands after page 1 has failed, which it does when so many others have come. */
    private ReadingPosition brokenOff(Reading reading, Optional<ReadingPosition> beginning, int others) {
        RestSource source = source(AT_ONCE);
        try (SourceReader reader =
                beginning.map(from -> source.open(reading, from)).orElseGet(() -> source.open(reading))) {
            reading.hearsOfAnswers(() -> {
                String description = reader.position().orElseThrow().description();
                if (description.contains(others + " answers came in advance")) {
                    release.countDown();
                }
            });
            assertThatThrownBy(() -> readAll(reader, reading)).isInstanceOf(RequestFailedException.class);
            return reader.position().orElseThrow();
        }
    }

    private static void readAll(SourceReader reader, Reading reading) {
        while (reader.readPage(reading::sink)) {
            // the sinks keep what comes
        }
    }

    /** The pages that are asked for when another reader goes on, now that the API answers all of them. */
    private List<Integer> askedAfter(ReadingPosition position, Reading reading, int concurrency) {
        mended = true;
        api.reset();
        try (SourceReader reader = source(concurrency).open(reading, position)) {
            readAll(reader, reading);
        }
        assertThat(reading.records("a"))
                .containsExactlyElementsOf(IntStream.range(0, PAGES)
                        .mapToObj(id -> "{\"id\":" + id + "}")
                        .toList());
        return api.requests().stream().map(ReadAheadTest::number).sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, AT_ONCE})
    void whatHasComeIsNotAskedForAgain(int concurrency) {
        Reading reading = new Reading();
        ReadingPosition position = brokenOff(reading, Optional.empty(), 4);

        assertThat(position.description())
                .isEqualTo("a from page 2 on (1 record is there); 4 answers came in advance and need not be asked for"
                        + " again");
        assertThat(askedAfter(position, reading, concurrency)).containsExactly(1);
    }

    @Test
    void whatHasComeIsKeptFromReaderToReader() {
        Reading reading = new Reading();
        ReadingPosition first = brokenOff(reading, Optional.empty(), 4);
        ReadingPosition second = brokenOff(reading, Optional.of(first), 4);

        assertThat(second.description()).isEqualTo(first.description());
        assertThat(askedAfter(second, reading, AT_ONCE)).containsExactly(1);
    }

    @Test
    void whatHasBeenReadIsNotKeptAnyLonger() {
        Reading reading = new Reading();
        ReadingPosition position = brokenOff(reading, Optional.empty(), 4);
        mended = true;
        try (SourceReader reader = source(AT_ONCE).open(reading, position)) {
            reader.readPage(reading::sink);
            reader.readPage(reading::sink);

            assertThat(reader.position().orElseThrow().description()).contains("; 3 answers");
        }
    }

    @Test
    void anAnswerWithASecretIsNotKept() {
        String secret = "s3cret-that-an-answer-repeats";
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of(secret));
        StockDocument document = new StockDocument(redactor, Map.of());

        document.add("in a header", Optional.of(answer(Headers.of(Map.of("X-Asked-By", secret)), "[]")));
        document.add("in the body", Optional.of(answer(Headers.none(), "[\"" + secret + "\"]")));
        document.add("nowhere", Optional.of(answer(Headers.none(), "[]")));

        assertThat(document.notes()).containsOnlyKeys("nowhere");
    }

    @Test
    void anAnswerWithFieldsThatAreMaskedIsNotKept() {
        steps = "[{'mask': {'id': 'hash'}}]";
        Reading reading = new Reading();
        AtomicInteger come = new AtomicInteger();
        change = answer -> {
            if (come.incrementAndGet() == AT_ONCE - 1) {
                release.countDown();
            }
            return answer;
        };
        try (SourceReader reader = source(AT_ONCE).open(reading)) {
            assertThatThrownBy(() -> readAll(reader, reading)).isInstanceOf(RequestFailedException.class);

            ReadingPosition position = reader.position().orElseThrow();
            assertThat(position.description()).doesNotContain("came in advance");
            assertThat(position.document()).doesNotContain("\"body\"");
        }
    }

    private static HttpResponse answer(Headers headers, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return new HttpResponse(200, "OK", headers, bytes, bytes.length, "http://127.0.0.1/a");
    }

    @Test
    void whatHasComeFitsRequestsWithOtherCredentials() {
        header = "old-key-of-the-header";
        Reading reading = new Reading();
        reading.redactor().learn(Secret.of(header));
        ReadingPosition position = brokenOff(reading, Optional.empty(), 4);

        header = "new-key-of-the-header";
        reading.redactor().learn(Secret.of(header));
        assertThat(askedAfter(position, reading, AT_ONCE)).containsExactly(1);
    }

    @Test
    void cookiesAreNotKept() {
        change = answer -> answer.header("Set-Cookie", "session=not-for-files");
        Reading reading = new Reading();

        assertThat(brokenOff(reading, Optional.empty(), 4).document())
                .contains("ahead")
                .doesNotContain("not-for-files");
    }

    @Test
    void noMoreIsKeptThanACheckpointMayHold() {
        String blanks = " ".repeat(7 << 20);
        change = answer -> answer.body(new String(answer.body(), UTF_8) + blanks);
        Reading reading = new Reading();

        ReadingPosition position = brokenOff(reading, Optional.empty(), 2);

        assertThat(position.document()).hasSizeLessThan(1 << 20);
        assertThat(askedAfter(position, reading, 1)).hasSize(3).startsWith(1);
    }

    @Test
    void linksInHeadersAreFollowedAsWell() {
        Responder children = request -> {
            int child = Integer.parseInt(request.path().substring(3));
            if (child == 0 && !mended) {
                return Answer.redirect(slow.url() + "/late");
            }
            Answer first = Answer.json("[{\"k\":" + child + "}]");
            return request.param("c").isPresent()
                    ? first
                    : first.header("Link", "<" + request.path() + "?c=1>; rel=\"next\"");
        };
        api.on("/p", Answer.json("[{\"id\":0},{\"id\":1},{\"id\":2}]")).otherwise(children);
        RestSource source = Reading.source("{'client': {'base_url': '" + api.url() + "', 'retry': {'max_retries': 0},"
                + " 'concurrency': 3}, 'resources': [{'name': 'p', 'endpoint': {'paginator': 'single_page'}}, {'name':"
                + " 'k', 'endpoint': {'path': 'k/{resources.p.id}', 'paginator': 'header_link'}}]}");
        Reading reading = new Reading();
        ReadingPosition position;
        try (SourceReader reader = source.open(reading)) {
            reading.hearsOfAnswers(() -> {
                if (reader.position().orElseThrow().description().contains("; 4 answers")) {
                    release.countDown();
                }
            });
            assertThatThrownBy(() -> readAll(reader, reading)).isInstanceOf(RequestFailedException.class);
            position = reader.position().orElseThrow();
        }
        mended = true;
        api.reset();
        api.otherwise(children);
        try (SourceReader reader = source.open(reading, position)) {
            readAll(reader, reading);
        }

        assertThat(reading.records("k"))
                .containsExactly("{\"k\":0}", "{\"k\":0}", "{\"k\":1}", "{\"k\":1}", "{\"k\":2}", "{\"k\":2}");
        assertThat(api.requests()).extracting(RecordedRequest::target).containsExactly("/k/0", "/k/0?c=1");
    }
}
