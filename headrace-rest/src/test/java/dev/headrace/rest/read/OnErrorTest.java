package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.RequestFailedException;
import dev.headrace.SourceException;
import dev.headrace.event.RunEvent;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnErrorTest {

    private static final String PAGED = "'paginator': {'type': 'page_number', 'base_page': 1, 'total_path': null}";

    private final Map<String, Map<String, @Nullable Object>> states = new HashMap<>();
    private FakeApi api;

    @BeforeEach
    void start() {
        api = FakeApi.start();
        api.on("/p", Answer.json("[{\"id\":1},{\"id\":2},{\"id\":3}]"));
        api.on("/p/1/k", Answer.json("[{\"k\":1,\"u\":5}]"));
        api.on("/p/3/k", Answer.json("[{\"k\":3,\"u\":7}]"));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private Reading read(int concurrency, String endpoint) {
        String onError = endpoint.contains("on_error") ? "" : ", 'on_error': 'skip'";
        String resources = "['p', {'name': 'k', 'include_from_parent': ['id'],"
                + " 'endpoint': {'path': 'p/{resources.p.id}/k'" + onError + endpoint + "}}]";
        return Reading.of(
                Reading.source(
                        "{'client': {'base_url': '" + api.url() + "', 'paginator': 'single_page', 'concurrency': "
                                + concurrency + ", 'retry': {'max_retries': 1}}, 'resources': " + resources + "}"),
                states);
    }

    private static List<RunEvent.RequestSkipped> skipped(Reading reading) {
        return reading.events.stream()
                .filter(RunEvent.RequestSkipped.class::isInstance)
                .map(RunEvent.RequestSkipped.class::cast)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void goesOnWithTheNextRecordOfTheParentAndTellsWhatIsMissing(int concurrency) {
        api.on("/p/2/k", Answer.status(503));

        Reading reading = read(concurrency, "");

        assertThat(reading.records("k")).containsExactly("{\"k\":1,\"u\":5} _p_id=1", "{\"k\":3,\"u\":7} _p_id=3");
        assertThat(skipped(reading)).singleElement().satisfies(one -> {
            assertThat(one.resource()).isEqualTo("k");
            assertThat(one.request().request()).isEqualTo("GET " + api.url() + "/p/2/k");
            assertThat(one.request().status()).isEqualTo(503);
            assertThat(one.request().reason()).isEqualTo("answered 503 (Scripted)");
            assertThat(one.request().attempts()).isEqualTo(2);
            assertThat(one.parent()).isEqualTo(Map.of("resources.p.id", "2"));
            assertThat(one.pagesBefore()).isZero();
        });
        assertThat(reading.warnings()).singleElement().asString().contains("on_error", "503", "/p/2/k");
    }

    private Reading readFromElsewhere(String childPath, String records) {
        api.on("/all", Answer.json(records));
        return Reading.of(Reading.source("{'client': {'base_url': 'http://127.0.0.1:1', 'paginator': 'single_page',"
                + " 'retry': {'max_retries': 1}}, 'resources': [{'name': 'p', 'endpoint': '" + api.url()
                + "/all'}, {'name': 'k', 'endpoint': {'path': '" + childPath + "', 'on_error': 'skip'}}]}"));
    }

    @Test
    void aServerThatIsGoneIsNotSkippedRecordByRecord() {
        assertThatThrownBy(() -> readFromElsewhere(
                        "k/{resources.p.id}", "[{'id':1},{'id':2},{'id':3},{'id':4}]".replace('\'', '"')))
                .isInstanceOf(RequestFailedException.class)
                .hasMessageContaining("http://127.0.0.1:1/k/3 failed: ")
                .hasMessageContaining("after 2 attempts")
                .hasMessageContaining("The last 3 records of 'p' got no answer of the API");
    }

    @Test
    void serversThatAreGoneAreSkippedWhereEachRecordHasItsOwn() {
        Reading reading = readFromElsewhere(
                "{resources.p.url}",
                "[{\"url\":\"http://127.0.0.1:1/\"},{\"url\":\"http://127.0.0.1:2/\"},{\"url\":\"http://127.0.0.1:1/\"},"
                        + "{\"url\":\"http://127.0.0.1:2/\"},{\"url\":\"" + api.url() + "/p/1/k\"}]");

        assertThat(skipped(reading)).hasSize(4);
        assertThat(reading.records("k")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aGatewayWithoutAServerBehindItEndsTheRunAfterAWhile(int concurrency) {
        thirtyParents();
        api.otherwise(request -> Answer.status(502));
        api.on("/p/1/k", Answer.status(502));
        api.on("/p/3/k", Answer.status(502));

        assertThatThrownBy(() -> read(concurrency, ""))
                .isInstanceOf(RequestFailedException.class)
                .hasMessageContaining("/p/9/k answered 502")
                .hasMessageContaining("The last 10 records of 'p' got no answer of the API");
    }

    private void thirtyParents() {
        api.on(
                "/p",
                Answer.json(IntStream.range(0, 30)
                        .mapToObj(id -> "{\"id\":" + id + "}")
                        .toList()
                        .toString()));
    }

    @Test
    void faultsOfSingleRecordsAreSkippedHoweverManyInARow() {
        thirtyParents();
        api.otherwise(request -> Answer.status(500));
        api.on("/p/1/k", Answer.status(404));
        api.on("/p/3/k", Answer.status(404));

        assertThat(skipped(read(1, ""))).hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 407, 429})
    void neverSkipsWhatIsAboutAllRequests(int status) {
        api.on("/p/2/k", Answer.status(status));

        assertThatThrownBy(() -> read(1, ""))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("" + status);
    }

    @Test
    void neverSkipsAnswersThatCannotBeRead() {
        api.on("/p/2/k", Answer.json("{\"k\":"));

        assertThatThrownBy(() -> read(1, ""))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("page 1");
    }

    @Test
    void failsTheRunUnlessAskedToSkip() {
        api.on("/p/2/k", Answer.status(404));

        assertThatThrownBy(() -> read(1, ", 'on_error': 'fail'"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("404");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void keepsThePagesBeforeTheFailureAndSaysThatTheyAreNotAll(int concurrency) {
        api.otherwise(request -> request.path().equals("/p/2/k") ? page(request) : Answer.json("[]"));
        api.on("/p/1/k", Answer.json("[]"));
        api.on("/p/3/k", Answer.json("[]"));

        Reading reading = read(concurrency, ", " + PAGED);

        assertThat(reading.records("k")).containsExactly("{\"k\":\"1\"} _p_id=2", "{\"k\":\"2\"} _p_id=2");
        assertThat(skipped(reading))
                .singleElement()
                .satisfies(one -> assertThat(one.pagesBefore()).isEqualTo(2));
        assertThat(reading.warnings()).anySatisfy(warning -> assertThat(warning).contains("2 pages", "not complete"));
    }

    private static Answer page(RecordedRequest request) {
        String page = request.param("page").orElse("1");
        return page.equals("3") ? Answer.status(500) : Answer.json("[{\"k\":\"" + page + "\"}]");
    }

    @Test
    void countsAllThatWereSkipped() {
        api.on("/p/1/k", Answer.status(404));
        api.on("/p/2/k", Answer.status(404));

        assertThat(read(1, "").warnings())
                .anySatisfy(warning -> assertThat(warning).startsWith("2 records of 'p' were skipped"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void leavesTheCursorOfASkippedRecordWhereItIs(int concurrency) {
        String incremental = ", 'incremental': {'cursor_path': 'u', 'initial_value': 2, 'start_param': 'since'}";
        api.on("/p/2/k", Answer.status(500));
        read(concurrency, incremental);

        assertThat(lastValue("[1]")).isEqualTo(5L);
        assertThat(lastValue("[2]")).isEqualTo(2L);
        assertThat(lastValueOfDlt()).isEqualTo(2L);

        api.on("/p/2/k", Answer.json("[{\"k\":2,\"u\":4}]"));
        Reading second = read(concurrency, incremental);

        assertThat(second.records("k")).contains("{\"k\":2,\"u\":4} _p_id=2");
        assertThat(lastValueOfDlt()).isEqualTo(4L);
    }

    @Test
    void doesNotMoveACursorByPagesBeforeTheFailure() {
        api.otherwise(request -> request.path().equals("/p/2/k")
                        && request.param("page").orElse("").equals("2")
                ? Answer.status(404)
                : Answer.json(request.param("page").orElse("").equals("1") ? "[{\"u\":9}]" : "[]"));
        api.on("/p/1/k", Answer.json("[]"));
        api.on("/p/3/k", Answer.json("[]"));

        read(1, ", " + PAGED + ", 'incremental': {'cursor_path': 'u', 'initial_value': 2}");

        assertThat(lastValue("[2]")).isEqualTo(2L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void readsNoFurtherWindowOfASkippedRecord(int concurrency) {
        api.otherwise(request -> request.param("since").orElse("").equals("2024-01-03")
                ? Answer.status(404)
                : Answer.json("[{\"u\":\"" + request.param("since").orElse("") + "\"}]"));
        String incremental = ", 'params': {'since': '{incremental.start_value}'}, 'incremental': {'cursor_path': 'u',"
                + " 'initial_value': '2024-01-01', 'cursor_format': 'yyyy-MM-dd', 'window': {'step': '2d'}}";
        api.on("/p", Answer.json("[{\"id\":9}]"));

        Reading reading = read(concurrency, incremental);

        assertThat(reading.records("k")).containsExactly("{\"u\":\"2024-01-01\"} _p_id=9");
        assertThat(skipped(reading)).hasSize(1);
        assertThat(lastValue("[9]")).isEqualTo("2024-01-03");
    }

    @SuppressWarnings("unchecked") // states are JSON objects
    private @Nullable Object at(String... path) {
        Object found = states.get("k");
        for (String key : path) {
            found = java.util.Objects.requireNonNull((Map<String, Object>) found)
                    .get(key);
        }
        return found;
    }

    private @Nullable Object lastValue(String parent) {
        return at("headrace_cursors", "u", parent, "last_value");
    }

    private @Nullable Object lastValueOfDlt() {
        return at("incremental", "u", "last_value");
    }

    @Test
    void isRefusedWithoutAParent() {
        assertThatThrownBy(() -> Reading.of(api.url(), "[{'name': 'p', 'endpoint': {'on_error': 'skip'}}]"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("resources[0].endpoint.on_error")
                .hasMessageContaining("no parent");
    }

    @Test
    void isForChildrenOnlyAmongTheDefaults() {
        api.on("/p/2/k", Answer.status(404));
        String config = "{'client': {'base_url': '" + api.url() + "', 'paginator': 'single_page'},"
                + " 'resource_defaults': {'endpoint': {'on_error': 'skip'}},"
                + " 'resources': ['p', {'name': 'k', 'endpoint': {'path': 'p/{resources.p.id}/k'}}]}";

        assertThat(Reading.of(Reading.source(config)).records("k")).hasSize(2);
    }

    @Test
    void tellsTheAllowedWords() {
        assertThatThrownBy(() -> read(1, ", 'incremental': null, 'on_error': 'skp'"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("skip")
                .hasMessageContaining("fail");
    }
}
