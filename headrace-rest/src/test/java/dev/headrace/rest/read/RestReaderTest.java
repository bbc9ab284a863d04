package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.event.RunEvent;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestReaderTest {

    private FakeApi api;

    @BeforeEach
    void start() {
        api = FakeApi.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private Reading read(String resources) {
        return Reading.of(api.url(), resources);
    }

    private SourceException failure(String resources) {
        SourceException failure = catchThrowableOfType(SourceException.class, () -> read(resources));
        assertThat(failure).isNotNull();
        return failure;
    }

    @Test
    void readsPageAfterPageAndTellsHowFarItIs() {
        api.on(
                "/a",
                Answer.json("{\"data\":[{\"i\":1},{\"i\":2}],\"total\":3}"),
                Answer.json("{\"data\":[{\"i\":3}],\"total\":3}"));

        Reading reading = read("[{'name': 'a', 'endpoint': {'data_selector': 'data',"
                + "'paginator': {'type': 'offset', 'limit': 2}}}]");

        assertThat(reading.records("a")).containsExactly("{\"i\":1}", "{\"i\":2}", "{\"i\":3}");
        assertThat(api.requests())
                .extracting(r -> r.rawQuery())
                .containsExactly("offset=0&limit=2", "offset=2&limit=2");
        assertThat(reading.events)
                .containsSubsequence(
                        new RunEvent.PageRead("a", 1, 2, 36, 3L),
                        new RunEvent.PageRead("a", 2, 1, 28, 3L),
                        new RunEvent.ResourceFinished("a", 2, 3));
    }

    @Test
    void letsResourcesTakeTurnsPageByPage() {
        api.otherwise(request ->
                Answer.json(request.param("c").isPresent() ? "{\"data\":[{}]}" : "{\"data\":[{}],\"next\":\"?c=1\"}"));

        Reading reading = read("[{'name': 'a', 'endpoint': {'paginator': 'json_link'}},"
                + "{'name': 'b', 'endpoint': {'paginator': 'json_link'}}]");

        assertThat(reading.pages).containsExactly("a", "b", "a", "b");
    }

    @Test
    void findsTheRecordsOnTheFirstPageAndStaysThere() {
        api.on(
                "/a",
                Answer.json("{\"items\":[{\"i\":1}],\"next\":\"/a?p=2\"}"),
                Answer.json("{\"data\":[{\"i\":8}],\"items\":[{\"i\":2}]}"));

        assertThat(read("['a']").records("a")).containsExactly("{\"i\":1}", "{\"i\":2}");
    }

    @Test
    void warnsWhenItHasToGuessWhereTheRecordsAre() {
        api.on("/a", Answer.json("{\"meta\":{\"tags\":[\"x\"]},\"users\":[]}"));

        assertThat(read("['a']").warnings())
                .anySatisfy(warning -> assertThat(warning).contains("'meta.tags'", "data_selector"));
    }

    @Test
    void tellsWhatThePageHasWhenASelectorMatchesNothing() {
        api.on("/a", Answer.json("{\"data\":[{\"i\":1}],\"total\":1}"));

        Reading reading = read("[{'name': 'a', 'endpoint': {'data_selector': 'dta', 'paginator': 'single_page'}}]");

        assertThat(reading.records("a")).isEmpty();
        assertThat(reading.warnings()).singleElement().asString().contains("'dta'", "'a'", "data, total");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"l[?(@.k > 1)]|2", "l[0:2]|2", "l[*].m[*]|3", "by_id.*|2", "$..k|3", "l[0].k|1", "none|0"})
    void selectsWithExpressions(String selector, int records) {
        api.on(
                "/a",
                Answer.json("{\"l\":[{\"k\":1,\"m\":[1,2]},{\"k\":2,\"m\":[3]},{\"k\":3,\"m\":[]}],"
                        + "\"by_id\":{\"x\":{},\"y\":{}},\"none\":null}"));

        Reading reading =
                read("[{'name': 'a', 'endpoint': {'data_selector': '" + selector + "', 'paginator': 'single_page'}}]");

        assertThat(reading.records("a")).hasSize(records);
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void letsPathsOfPaginatorsLookIntoTheRecords() {
        api.on("/a", Answer.json("{\"data\":[{\"id\":1},{\"id\":2}]}"), Answer.json("{\"data\":[]}"));

        read("[{'name': 'a', 'endpoint': {'data_selector': 'data',"
                + "'paginator': {'type': 'cursor', 'cursor_path': 'data[-1].id', 'cursor_param': 'after'}}}]");

        assertThat(api.requests()).extracting(r -> r.rawQuery()).containsExactly("", "after=2");
    }

    @Test
    void takesAnAnswerWithoutContentForAnEmptyPage() {
        api.on("/a", Answer.status(204));

        assertThat(read("['a']").records("a")).isEmpty();
    }

    @Test
    void explainsABodyThatIsNotJson() {
        api.on("/a", Answer.status(200).body("<html>no</html>").header("Content-Type", "text/html"));

        SourceException failure = failure("['a']");

        assertThat(failure.kind()).isEqualTo(FailureKind.DATA);
        assertThat(failure.message())
                .contains(
                        "page 1 of resource 'a'",
                        "GET " + api.url() + "/a",
                        "status 200",
                        "text/html",
                        "a web page for people instead of JSON: \"no\"");
    }

    @Test
    void explainsABodyThatIsNotJsonToAGivenSelectorAsWell() {
        api.on("/a", Answer.status(200).body("{\"data\":[1,]}"));

        assertThat(failure("[{'name': 'a', 'endpoint': {'data_selector': 'data'}}]")
                        .message())
                .contains("page 1 of resource 'a'", "at byte 11");
    }

    @Test
    void refusesAnEmptyBodyWhereThereShouldBeOne() {
        api.on("/a", Answer.status(200));

        assertThat(failure("['a']").message()).contains("resource 'a'", "The body is empty");
    }

    @Test
    void endsWithAFailureWhenARequestComesAgain() {
        api.on("/a", Answer.json("{\"data\":[{\"i\":1}],\"next\":\"/a?p=2\"}"));

        SourceException failure = failure("[{'name': 'a', 'endpoint': {'paginator': 'json_link'}}]");

        assertThat(failure.kind()).isEqualTo(FailureKind.PAGINATOR);
        assertThat(failure.message()).contains("resource 'a'", "same request again", "/a?p=2");
        assertThat(api.requests()).hasSize(2);
    }

    @Test
    void endsASequenceQuietlyWhereAnActionSaysSo() {
        api.on("/a", Answer.json("{\"data\":[{\"i\":1}],\"next\":\"/gone\"}"));

        Reading reading = read("[{'name': 'a', 'endpoint': {'paginator': 'json_link',"
                + "'response_actions': [{'status_code': '404', 'action': 'ignore'}]}}]");

        assertThat(reading.records("a")).containsExactly("{\"i\":1}");
    }

    @Test
    void readsNothingThatNobodyNeeds() {
        api.otherwise(request -> Answer.json("[{\"id\":1}]"));

        Reading reading = read("[{'name': 'p', 'selected': false}, {'name': 'k', 'endpoint': 'p/{resources.p.id}/k'},"
                + "{'name': 'q', 'selected': false}]");

        assertThat(reading.pages).containsExactly("p", "k");
    }

    @Test
    void readsOnlyWhatIsSelected() {
        api.otherwise(request -> Answer.json("[{\"id\":1}]"));

        Reading reading =
                Reading.of(Reading.source("{'client': {'base_url': '" + api.url() + "'}, 'resources': ['a', 'b', 'c']}")
                        .select(java.util.Set.of("b")));

        assertThat(reading.pages).containsExactly("b");
    }
}
