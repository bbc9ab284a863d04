package dev.headrace.bench.events;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventServerTest {

    private static final EventSet EVENTS = EventSet.first(25);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PageWriter expected = new PageWriter(EVENTS);
    private EventServer server;

    @BeforeEach
    void start() throws IOException {
        server = EventServer.start(EVENTS, ServerOptions.plain(10));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void servesPagesByNumber() throws Exception {
        HttpResponse<byte[]> answer = get("/events?page=2&per_page=10");

        assertThat(answer.body()).isEqualTo(expected.page(2, 10));
        assertThat(answer.headers().firstValue("Link")).contains("</events?page=3&per_page=10>; rel=\"next\"");
    }

    @Test
    void servesPagesByCursor() throws Exception {
        assertThat(get("/events?cursor=c3").body()).isEqualTo(expected.page(3, 10));
    }

    @Test
    void servesNotesOfAnEvent() throws Exception {
        String notes = new String(get("/events/e7/notes").body(), US_ASCII);
        assertThat(notes).startsWith("{\"data\":[{\"event\":\"e7\",");
    }

    @Test
    void makesPagesOfAnotherSize() throws Exception {
        assertThat(get("/events?page=2&per_page=7").body()).isEqualTo(expected.page(2, 7));
    }

    @Test
    void servesSlices() throws Exception {
        assertThat(get("/v1/events?offset=5&limit=7").body()).isEqualTo(expected.slice(5, 7));
        assertThat(get("/v1/events?offset=30&limit=10").body()).isEqualTo(expected.slice(30, 10));
    }

    @Test
    void answersTheKeptPageWhereASliceIsOne() throws Exception {
        assertThat(get("/v1/events?offset=10&limit=10").body()).isEqualTo(expected.page(2, 10));
    }

    @Test
    void endsWithAPageWithoutRecords() throws Exception {
        assertThat(get("/events?page=4").body()).isEqualTo(expected.page(4, 10));
    }

    @Test
    void refusesWhatIsNoPage() throws Exception {
        assertThat(get("/events?page=zero").statusCode()).isEqualTo(400);
        assertThat(get("/events?page=0").statusCode()).isEqualTo(400);
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void failsAsOftenAsAsked() throws Exception {
        try (EventServer failing = EventServer.start(EVENTS, new ServerOptions(0, 10, false, 0, 2))) {
            assertThat(get(failing, "/events").statusCode()).isEqualTo(200);
            assertThat(get(failing, "/events").statusCode()).isEqualTo(503);
            assertThat(get(failing, "/events").statusCode()).isEqualTo(200);
            assertThat(new String(get(failing, "/stats").body(), US_ASCII))
                    .startsWith("{\"requests\":3,\"pages_served\":2,")
                    .endsWith("\"failed\":1}");
        }
    }

    private HttpResponse<byte[]> get(String target) throws IOException, InterruptedException {
        return get(server, target);
    }

    private HttpResponse<byte[]> get(EventServer from, String target) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(from.url() + target)).build(), BodyHandlers.ofByteArray());
    }
}
