package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.RequestFailedException;
import dev.headrace.rest.RestSource;
import dev.headrace.source.SourceReader;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import dev.headrace.testkit.api.Responder;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A page of parents and one of children have come while another page is read. With three places, the second page of {@code p}
 * and the page of {@code k} take two of them until then; three pages of {@code j} at a time show that both have come. Only
 * {@code j} is asked of {@link #api}, so that nothing else is counted among the three.
 */
@Timeout(180)
class ParentsFirstTest {

    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch threeAtOnce = new CountDownLatch(1);
    private final FakeApi slow = FakeApi.start();
    private final FakeApi api = FakeApi.start();
    private final Reading reading = new Reading();
    private Answer secondPage = Answer.json("{\"data\":[{\"id\":1}]}");

    @BeforeEach
    void start() {
        slow.otherwise(this::firstPageOrHeld);
        api.otherwise(new Responder() {
            @Override
            public Answer answer(RecordedRequest request) {
                return pageOfJ(request);
            }

            @Override
            public void delivered(RecordedRequest request) {
                if (request.target().startsWith("/j/0?offset=2")) {
                    threeAtOnce.countDown();
                }
            }
        });
    }

    @AfterEach
    void stop() {
        release.countDown();
        api.close();
        slow.close();
    }

    private Answer firstPageOrHeld(RecordedRequest request) {
        if (request.target().equals("/p")) {
            return Answer.json("{\"data\":[{\"id\":0}],\"next\":\"?c=1\"}");
        }
        await(release);
        return request.path().equals("/p") ? secondPage : Answer.json("[{\"k\":1}]");
    }

    private static Answer pageOfJ(RecordedRequest request) {
        String offset = request.param("offset").orElseThrow();
        boolean together = request.path().equals("/j/0") && "234".contains(offset);
        return Answer.json("{\"data\":[{\"j\":" + offset + "}],\"total\":6}").together(together ? 3 : 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While the second page of {@code j} is read, all that is held comes. */
    private void comeDuringTheSecond(String resource) {
        if (resource.equals("j") && reading.pages.stream().filter("j"::equals).count() == 1) {
            release.countDown();
            await(threeAtOnce);
        }
    }

    private void read() {
        RestSource source = Reading.source("{'client': {'base_url': '" + slow.url()
                + "', 'concurrency': 3, 'retry': {'max_retries': 0}}, 'resources': ["
                + "{'name': 'p', 'endpoint': {'paginator': 'json_link'}},"
                + "{'name': 'k', 'endpoint': {'path': 'k/{resources.p.id}', 'paginator': 'single_page'}},"
                + "{'name': 'j', 'endpoint': {'path': '" + api.url() + "/j/{resources.p.id}', 'data_selector': 'data',"
                + "'paginator': {'type': 'offset', 'limit': 1}}}]}");
        try (SourceReader reader = source.open(reading)) {
            while (reader.readPage(resource -> {
                comeDuringTheSecond(resource);
                return reading.sink(resource);
            })) {
                // the sinks keep what comes
            }
        }
    }

    @Test
    void aPageThatBringsWorkForEmptyPlacesIsReadBeforeThoseOfItsChildren() {
        read();

        assertThat(reading.pages).startsWith("p", "j", "j", "p");
        assertThat(reading.records("k")).hasSize(2);
        assertThat(reading.records("j"))
                .containsExactlyElementsOf(IntStream.range(0, 12)
                        .mapToObj(i -> "{\"j\":" + i % 6 + "}")
                        .toList());
    }

    @Test
    void aFailureInItsPlaceIsNot() {
        secondPage = Answer.status(500);

        assertThatThrownBy(this::read).isInstanceOf(RequestFailedException.class);

        assertThat(reading.pages).startsWith("p", "j", "j", "k");
    }
}
