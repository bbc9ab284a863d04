package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods and bodies of requests, GraphQL among them. */
class RequestBodiesReadingTest {

    private static final String QUERY =
            "query ($first: Int, $after: String) { items(first: $first, after: $after) { id } }";
    private static final String CURSOR =
            "'cursor': {'path': 'data.items.page.end', 'has_more': 'data.items.page.more'}";

    private final FakeApi api = FakeApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    private Reading read(String endpoint) {
        return Reading.of(api.url(), "[{'name': 'a', 'endpoint': " + endpoint + "}]");
    }

    private static String body(RecordedRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static Answer items(int id, String page) {
        return Answer.json("{\"data\": {\"items\": {\"nodes\": [{\"id\": " + id + "}], \"page\": " + page + "}}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH"})
    void sendListsAsJsonWithAnyMethod(String method) {
        api.on("/a", Answer.json("[{\"id\": 1}]"));
        read("{'method': '" + method + "', 'json': [1, {'a': 'b'}]}");
        assertThat(api.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo(method);
            assertThat(request.header("Content-Type")).contains("application/json");
            assertThat(body(request)).isEqualTo("[1,{\"a\":\"b\"}]");
        });
    }

    @Test
    void aQueryIsSentAsItIsAndItsVariablesPageByPage() {
        api.on(
                "/a",
                items(1, "{\"end\": \"c1\", \"more\": true}"),
                items(2, "{\"end\": \"c2\", \"more\": true}"),
                items(3, "{\"end\": \"c3\", \"more\": false}"));
        Reading reading = read("{'data_selector': 'data.items.nodes', 'graphql': {'query': '" + QUERY
                + "', 'variables': {'first': 1}, " + CURSOR + "}}");
        assertThat(reading.records("a")).containsExactly("{\"id\": 1}", "{\"id\": 2}", "{\"id\": 3}");
        List<String> bodies =
                api.requests().stream().map(RequestBodiesReadingTest::body).toList();
        String begin = "{\"query\":\"" + QUERY + "\",\"variables\":{\"first\":1";
        assertThat(bodies).containsExactly(begin + "}}", begin + ",\"after\":\"c1\"}}", begin + ",\"after\":\"c2\"}}");
        assertThat(api.requests())
                .allSatisfy(request -> assertThat(request.method()).isEqualTo("POST"));
    }

    @Test
    void withoutACursorAQueryIsSentOnce() {
        api.on("/a", items(1, "{\"next\": \"c1\"}"));
        assertThat(read("{'data_selector': 'data.items.nodes', 'graphql': {'query': '{ items { id } }',"
                                + " 'operation_name': 'O'}}")
                        .records("a"))
                .hasSize(1);
        assertThat(body(api.requests().get(0))).isEqualTo("{\"query\":\"{ items { id } }\",\"operationName\":\"O\"}");
    }

    @Test
    void variablesOfAChildTakeTheValuesOfItsParent() {
        api.on("/p", Answer.json("[{\"id\": 7}]")).on("/c", items(1, "{}"));
        Reading.of(
                api.url(),
                "['p', {'name': 'c', 'endpoint': {'data_selector': 'data.items.nodes', 'graphql': {'query': '{ x }',"
                        + " 'variables': {'of': '{resources.p.id}'}}}}]");
        assertThat(body(api.requests("/c").get(0))).isEqualTo("{\"query\":\"{ x }\",\"variables\":{\"of\":7}}");
    }

    @Test
    void errorsInAGoodAnswerFailWithTheFirstMessage() {
        api.on("/a", Answer.json("{\"data\": null, \"errors\": [{\"message\": \"No such field\"}, {}]}"));
        assertThatThrownBy(() -> read("{'graphql': {'query': '{ x }'}}"))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.HTTP))
                .hasMessageContaining("answered 200 (Scripted): GraphQL says: No such field (and 1 more).");
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void anEmptyListOfErrorsIsNoFailureAndARecordMayHaveErrors() {
        api.on("/a", Answer.json("{\"errors\": [], \"data\": {\"x\": [{\"errors\": [1]}]}}"));
        assertThat(read("{'data_selector': 'data.x', 'graphql': {'query': '{ x }'}}")
                        .records("a"))
                .containsExactly("{\"errors\": [1]}");
    }

    @Test
    void responseActionsLookAtErrorsFirst() {
        api.on(
                "/a",
                Answer.json("{\"errors\": [{\"type\": \"LIMIT\", \"message\": \"m\"}]}"),
                Answer.json("{\"data\": {\"x\": [1]}}"));
        assertThat(read("{'data_selector': 'data.x', 'graphql': {'query': '{ x }'}, 'response_actions':"
                                + " [{'when': '$.errors[*].type == LIMIT', 'action': 'retry'}]}")
                        .records("a"))
                .containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'method': 'HEAD'}|answers to HEAD have no body",
                "{'method': 'DELETE'}|Allowed: GET, POST, PUT, PATCH",
                "{'json': 'x'}|expected an object, found a text",
                "{'graphql': {}}|'query' is required",
                "{'graphql': 'x'}|expected an object",
                "{'graphql': {'qery': 'x'}}|did you mean 'query'",
                "{'graphql': {'query': 'x', 'cursor': {}}}|'path' is required",
                "{'graphql': {'query': 'x', 'cursor': {'path': 'a[['}}}|graphql.cursor.path: 'a[[' is no JSONPath",
                "{'graphql': {'query': 'x', 'cursor': {'path': 'a'}}, 'paginator': 'single_page'}|exclude each other",
                "{'graphql': {'query': 'x', 'variables': {'a': '{id}'}}}|unknown placeholder {id} in graphql.variables",
                "{'graphql': {'query': 'x'}, 'json': {'a': 1}}|leave one of them out",
                "{'graphql': {'query': 'x'}, 'method': 'GET'}|are sent with POST",
            })
    void areCheckedBeforeTheFirstRequest(String endpoint, String expected) {
        assertThatThrownBy(() -> read(endpoint))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(expected);
        assertThat(api.requests()).isEmpty();
    }
}
