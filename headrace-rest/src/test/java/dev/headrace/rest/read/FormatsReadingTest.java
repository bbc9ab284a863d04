package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are not plain JSON, from the wire to the records. */
class FormatsReadingTest {

    private final FakeApi api = FakeApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    private static Answer typed(String type, String body) {
        return Answer.status(200).body(body).header("Content-Type", type);
    }

    private Reading read(String endpoint) {
        return Reading.of(api.url(), "[{'name': 'a', 'endpoint': " + endpoint + "}]");
    }

    @Test
    void eachPageIsTakenForWhatItSays() {
        api.on(
                "/a",
                typed("text/csv", "id\n1\n2").header("Link", "<?p=2>; rel=next"),
                typed("application/x-ndjson", "{\"id\": 3}\n").header("Link", "<?p=3>; rel=next"),
                Answer.json("[{\"id\": 4}]"));
        assertThat(read("{'data_selector': '$', 'paginator': 'header_link'}").records("a"))
                .containsExactly("{\"id\":\"1\"}", "{\"id\":\"2\"}", "{\"id\": 3}", "{\"id\": 4}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json"})
    void linesOfJsonThatAreSentAsSomethingElseAreFollowedByTheSettingToWrite(String type) {
        api.on("/a", typed(type, "{\"id\": 1}\n{\"id\": 2}\n"));
        assertThatThrownBy(() -> read("{}"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(type + ", but not JSON")
                .hasMessageContaining("set 'response_format: jsonl'");
        assertThat(read("{'response_format': 'jsonl'}").records("a")).hasSize(2);
    }

    @Test
    void theConfiguredFormatWins() {
        api.on("/a", typed("text/plain", "1;2\n3;4"));
        assertThat(read("{'response_format': {'type': 'csv', 'delimiter': ';', 'header': ['x', 'y']}}")
                        .records("a"))
                .containsExactly("{\"x\":\"1\",\"y\":\"2\"}", "{\"x\":\"3\",\"y\":\"4\"}");
    }

    @Test
    void recordsOfXmlAreSelectedAndItsTotalIsFound() {
        api.on("/a", typed("text/xml", "<r><total>1</total><items><item id='1'/></items></r>"));
        assertThat(read("{'data_selector': 'r.items.item', 'paginator':"
                                + " {'type': 'offset', 'limit': 1, 'total_path': 'r.total'}}")
                        .records("a"))
                .containsExactly("{\"id\":\"1\"}");
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void compressedCsvIsRead() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("id\n7".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        api.on("/a", typed("text/csv", "").body(zipped.toByteArray()).header("Content-Encoding", "gzip"));
        assertThat(read("{}").records("a")).containsExactly("{\"id\":\"7\"}");
    }

    @Test
    void unreadableAnswersNameThePageTheFormatAndTheLine() {
        api.on("/a", typed("text/csv", "id\n1\n1,2\n"));
        assertThatThrownBy(() -> read("{}"))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.DATA))
                .hasMessage("Cannot read page 1 of resource 'a' from GET " + api.url()
                        + "/a: status 200, text/csv, but not CSV (line 3 has 2 fields, the header 1)."
                        + " The body begins: id\n1\n1,2\n");
    }

    @Test
    void aWebPageIsReportedAsSuch() {
        api.on("/a", typed("text/html", "<!DOCTYPE html>\n<html><head><title>Sign in &amp; go</title></head></html>"));
        assertThatThrownBy(() -> read("{}"))
                .hasMessageContaining(
                        "status 200, text/html, but a web page for people instead of JSON: \"Sign in & go\"")
                .hasMessageNotContaining("at byte");
    }

    @Test
    void aWebPageWithoutTitleIsReportedByItsFirstWords() {
        api.on("/a", typed("text/html", "<html><style>p {}</style><body><h1>Down</h1><p>for now</p></html>"));
        assertThatThrownBy(() -> read("{}")).hasMessageContaining("\"Down for now\"");
    }

    @Test
    void aFailureWithAWebPageShowsItsTitle() {
        api.on("/a", typed("text/html", "<html><title>Not here</title></html>").withStatus(404));
        assertThatThrownBy(() -> read("{}"))
                .hasMessageContaining("404 (Scripted). The answer is a web page: \"Not here\"");
    }

    @Test
    void jsonUnderAWrongTypeIsReadAllTheSame() {
        api.on("/a", typed("text/html", "[{\"id\": 1}]"));
        assertThat(read("{}").records("a")).containsExactly("{\"id\": 1}");
    }

    @Test
    void anAnswerThatIsTooLargeNamesTheKey() {
        api.on("/a", Answer.json("[\"" + "x".repeat(5000) + "\"]"));
        assertThatThrownBy(() -> Reading.of(Reading.source("{'client': {'base_url': '" + api.url()
                        + "', 'max_response_size': '4KB'}, 'resources': ['a']}")))
                .hasMessageContaining(
                        "the answer is larger than 4 KB, the most that 'client.max_response_size' allows");
        assertThat(api.requests()).hasSize(1);
    }
}
