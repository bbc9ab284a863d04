package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.RequestFailedException;
import dev.headrace.Secret;
import dev.headrace.SourceException;
import dev.headrace.event.RunEvent;
import dev.headrace.json.JsonTree;
import dev.headrace.rest.RestSource;
import dev.headrace.rest.auth.Auth;
import dev.headrace.rest.paginate.Paginators;
import dev.headrace.source.ReadingPosition;
import dev.headrace.source.SourceReader;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    private static final String KEY = "k3y-that-is-secret";

    private FakeApi api;
    private boolean refuses;

    @BeforeEach
    void start() {
        api = FakeApi.start().otherwise(this::numbered);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    /** Four pages; while the API refuses, it does so from the third page on. */
    private Answer numbered(RecordedRequest request) {
        int page = request.param("page").map(Integer::parseInt).orElse(0);
        return refuses && page >= 2
                ? Answer.status(503)
                : Answer.json("{\"pages\":4,\"data\":[{\"id\":" + page + "}]}");
    }

    private RestSource numbers(int concurrency) {
        return Reading.source("{'client': {'base_url': '" + api.url()
                + "', 'retry': {'max_retries': 1}, 'concurrency': "
                + concurrency + "}, 'resources': [{'name': 'a', 'endpoint': {'data_selector': 'data', 'paginator': {"
                + "'type': 'page_number', 'total_path': 'pages'}}}]}");
    }

    private static void readAll(SourceReader reader, Reading reading) {
        while (reader.readPage(reading::sink)) {
            // the sinks keep what comes
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void standsBeforeARequestThatHasFailed(int concurrency) {
        Reading reading = new Reading();
        refuses = true;
        ReadingPosition position;
        try (SourceReader reader = numbers(concurrency).open(reading)) {
            assertThatThrownBy(() -> readAll(reader, reading)).isInstanceOf(RequestFailedException.class);
            position = reader.position().orElseThrow();
        }

        assertThat(position.description()).isEqualTo("a from page 3 on (2 records are there)");
        refuses = false;
        try (SourceReader reader = numbers(concurrency).open(reading, position)) {
            readAll(reader, reading);
        }
        assertThat(reading.records("a")).containsExactly("{\"id\":0}", "{\"id\":1}", "{\"id\":2}", "{\"id\":3}");
        assertThat(reading.events)
                .filteredOn(RunEvent.PageRead.class::isInstance)
                .extracting(event -> ((RunEvent.PageRead) event).page())
                .containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void tellsListenersWhereItStandsWhileARequestIsAwaitedAndNotWhileAPageIsTaken(int concurrency) {
        Reading reading = new Reading();
        reading.readsLate = false;
        List<Optional<ReadingPosition>> waiting = new ArrayList<>();
        List<Optional<ReadingPosition>> taking = new ArrayList<>();
        refuses = true;
        SourceReader[] readers = new SourceReader[1];
        reading.hears(event -> {
            if (event instanceof RunEvent.Retrying) {
                waiting.add(readers[0].position());
            } else if (event instanceof RunEvent.PageRead) {
                taking.add(readers[0].position());
            }
        });
        try (SourceReader reader = numbers(concurrency).open(reading)) {
            readers[0] = reader;
            assertThatThrownBy(() -> readAll(reader, reading)).isInstanceOf(RequestFailedException.class);
        }

        assertThat(waiting)
                .isNotEmpty()
                .allSatisfy(position -> assertThat(position).isPresent());
        assertThat(taking)
                .hasSize(2)
                .allSatisfy(position -> assertThat(position).isEmpty());
    }

    @Test
    void namesTheChildrenOfRecordsThatAreStillToCome() {
        api.otherwise(request -> request.path().equals("/a")
                ? Answer.json("{\"pages\":2,\"data\":[{\"id\":1}]}")
                : Answer.json("[{\"k\":1}]"));
        RestSource source = Reading.source("{'client': {'base_url': '" + api.url() + "'}, 'resources': [{'name': 'a',"
                + " 'endpoint': {'data_selector': 'data', 'paginator': {'type': 'page_number', 'total_path': 'pages'}}},"
                + " {'name': 'k', 'endpoint': 'a/{resources.a.id}/k'}]}");
        Reading reading = new Reading();
        try (SourceReader reader = source.open(reading)) {
            reader.readPage(reading::sink);
            reader.readPage(reading::sink);

            assertThat(reader.position().orElseThrow().description())
                    .isEqualTo("a from page 2 on (1 record is there), k from page 2 on (1 record is there)");
        }
    }

    @Test
    void standsNowhereWhenAPageIsHalfTaken() {
        api.on("/a", Answer.json("[{\"id\":1},{\"no\":2}]"));
        RestSource source = Reading.source("{'client': {'base_url': '" + api.url()
                + "'}, 'resources': ['a', {'name': 'k'," + " 'endpoint': 'a/{resources.a.id}/k'}]}");
        Reading reading = new Reading();
        try (SourceReader reader = source.open(reading)) {
            assertThat(reader.position()).isPresent();
            assertThatThrownBy(() -> readAll(reader, reading)).isInstanceOf(SourceException.class);
            assertThat(reading.records("a")).hasSize(2);
            assertThat(reader.position()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{}", "{'form':2}", "{'form':1}", "{'form':1,'now':'x'}"})
    void refusesWhatIsNoPosition(String document) {
        assertThatThrownBy(() -> open(document)).isInstanceOf(IllegalArgumentException.class);
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void refusesAPositionThatHasBeenDamaged() {
        String document = positionAfter(numbers(1), 2).document();
        open(document); // as it is, it fits

        for (int i = 0; i < document.length(); i++) {
            String damaged = document.substring(0, i) + '#' + document.substring(i + 1);
            assertThatThrownBy(() -> open(damaged)).as(damaged).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(api.requests()).hasSize(2);
    }

    @Test
    void refusesThePositionOfAnotherSource() {
        String config = "{'client': {'base_url': '" + api.url() + "'}, 'resources': [{'name': 'RESOURCE', 'endpoint': {"
                + "'path': 'a', 'data_selector': 'data' MORE}}]}";
        ReadingPosition position = positionAfter(numbers(1), 2);
        String incremental = ", 'incremental': {'cursor_path': 'id', 'initial_value': 0}";

        for (String other : List.of(
                config.replace("RESOURCE", "b").replace("MORE", ""),
                config.replace("RESOURCE", "a").replace("MORE", incremental))) {
            assertThatThrownBy(() -> Reading.source(other).open(new Reading(), position))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Cannot go on reading source 'rest_api' from a position: ");
        }
        assertThat(api.requests()).hasSize(2);
    }

    private void open(String document) {
        numbers(1)
                .open(new Reading(), new ReadingPosition(document.replace('\'', '"'), ""))
                .close();
    }

    private static ReadingPosition positionAfter(RestSource source, int pages) {
        Legs legs = new Legs();
        legs.read(source, pages);
        return legs.positions.get(0);
    }

    @Test
    void writesNoSecretOfAParameterAHeaderOrALink() {
        api.otherwise(request -> Answer.json("{\"data\":[{\"id\":1}],\"next\":\"" + api.url()
                + "/a?token=" + KEY + "&page="
                + (request.param("page").map(Integer::parseInt).orElse(0) + 1)
                + "&auth=" + KEY + "9\"}"));
        RestSource source = RestSource.at(api.url())
                .auth(Auth.apiKey("auth", Secret.of(KEY + "9"), dev.headrace.rest.auth.KeyLocation.QUERY))
                .header("X-Key", KEY)
                .resource(
                        "a",
                        a -> a.param("token", Secret.of(KEY))
                                .dataSelector("data")
                                .paginator(Paginators.jsonLink("next")))
                .build();
        Legs legs = new Legs();
        legs.reading.redactor().learn(Secret.of(KEY));
        legs.read(source, 2);
        legs.read(source, 1);

        assertThat(legs.positions)
                .allSatisfy(position -> assertThat(position.toString()).doesNotContain("k3y"));
        assertThat(api.requests()).hasSize(3).allSatisfy(request -> {
            assertThat(request.param("token")).contains(KEY);
            assertThat(request.param("auth")).contains(KEY + "9");
        });
        assertThat(api.requests().get(2).param("page")).contains("2");
    }

    @Test
    void standsNowhereWhereASecretWouldHaveToBeWritten() {
        api.otherwise(request -> Answer.json("{\"data\":[{\"id\":1}],\"next\":\"" + api.url() + "/" + KEY + "/a\"}"));
        RestSource source = Reading.source("{'client': {'base_url': '" + api.url()
                + "'}, 'resources': [{'name': 'a', 'endpoint': {'data_selector': 'data', 'paginator': {'type':"
                + " 'json_link', 'next_url_path': 'next'}}}]}");
        Reading reading = new Reading();
        reading.redactor().learn(Secret.of(KEY));
        try (SourceReader reader = source.open(reading)) {
            reader.readPage(reading::sink);

            assertThat(reader.position()).isEmpty();
        }
    }

    @Test
    void namesThreeResourcesAndCountsTheOthers() {
        RestSource source =
                Reading.source("{'client': {'base_url': '" + api.url() + "'}, 'resources': ['a', 'b', 'c', 'd', 'e']}");

        assertThat(positionAfter(source, 0).description())
                .isEqualTo("a from the beginning, b from the beginning, c from the beginning and 2 more");
        assertThat(positionAfter(source, 1000).description()).isEqualTo("nothing, all has been read");
    }

    @Test
    void takesAFewWordsForEachChildToCome() {
        String page = IntStream.range(0, 1000)
                .mapToObj(id -> "{\"id\":" + id + ",\"name\":\"the name of " + id + "\"}")
                .toList()
                .toString();
        api.on("/a", Answer.json(page));
        RestSource source = Reading.source("{'client': {'base_url': '" + api.url() + "'}, 'resources': ['a', {'name':"
                + " 'k', 'include_from_parent': ['id', 'name'], 'endpoint': 'a/{resources.a.id}/k'}]}");
        Reading reading = new Reading();
        reading.redactor().learn(Secret.of(KEY));
        try (SourceReader reader = source.open(reading)) {
            reader.readPage(reading::sink);
            assertThat(reader.position().orElseThrow().document()).hasSizeLessThan(1000 * 250);
        }
    }

    @Test
    void skipsStayInDoubtUntilTheServerAnswersAgain() {
        api.on("/a", Answer.json("[{\"id\":1},{\"id\":2},{\"id\":3}]"));
        api.on("/a/1/k", Answer.status(503));
        api.on("/a/2/k", Answer.json("[{\"k\":2}]"));
        RestSource source = Reading.source("{'client': {'base_url': '" + api.url() + "', 'retry': {'max_retries': 0},"
                + " 'paginator': 'single_page'}, 'resources': ['a', {'name': 'k', 'endpoint': {'path':"
                + " 'a/{resources.a.id}/k', 'on_error': 'skip'}}]}");
        Reading reading = new Reading();
        try (SourceReader reader = source.open(reading)) {
            reader.readPage(reading::sink);
            assertThat(reader.position()).isPresent();
            reader.readPage(reading::sink);
            assertThat(reader.position()).isEmpty();
            reader.readPage(reading::sink);
            assertThat(reader.position()).isPresent();
        }
    }

    @Test
    void isAJsonDocumentThatLeavesOutWhatTheConfigurationSays() {
        String document = positionAfter(numbers(1), 2).document();

        assertThat(JsonTree.parse(document).toJava()).isInstanceOf(Map.class);
        assertThat(document).doesNotContain(api.url(), "GET");
    }
}
