package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.Secret;
import dev.headrace.rest.RestSource;
import dev.headrace.rest.definition.JavaNode;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Braces in secrets stand for themselves, wherever the secret is sent. */
class BracesInSecretsTest {

    private static final Secret SECRET = Secret.of("a{b}c{{d");

    private static RecordedRequest sent(Map<String, Object> endpoint) {
        try (FakeApi api = FakeApi.start().otherwise(request -> Answer.json("[]"))) {
            Reading.of(RestSource.of(
                    JavaNode.of(Map.of(
                            "client",
                            Map.of("base_url", api.url()),
                            "resources",
                            List.of(Map.of("name", "a", "endpoint", endpoint)))),
                    new dev.headrace.config.ComponentContext(
                            "rest_api",
                            java.nio.file.Path.of(""),
                            dev.headrace.config.Settings.none(),
                            new dev.headrace.Redactor())));
            return api.requests().get(0);
        }
    }

    @Test
    void inHeadersAndParameters() {
        RecordedRequest sent = sent(Map.of("headers", Map.of("X-Key", SECRET), "params", Map.of("key", SECRET)));

        assertThat(sent.header("X-Key")).contains("a{b}c{{d");
        assertThat(sent.param("key")).contains("a{b}c{{d");
    }

    @Test
    void inJsonAndForms() {
        assertThat(sent(Map.of("method", "POST", "json", Map.of("key", List.of(SECRET))))
                        .bodyText())
                .contains("[\"a{b}c{{d\"]");
        assertThat(sent(Map.of("method", "POST", "data", Map.of("key", SECRET))).form())
                .containsExactly(Map.entry("key", "a{b}c{{d"));
        assertThat(sent(Map.of("method", "POST", "data", SECRET)).bodyText()).isEqualTo("a{b}c{{d");
    }

    @Test
    void inPaths() {
        assertThat(sent(Map.of("path", SECRET)).path()).isEqualTo("/a%7Bb%7Dc%7B%7Bd");
    }

    @Test
    void inVariablesOfGraphql() {
        Map<String, Object> graphql = Map.of("query", "{ x }", "variables", Map.of("key", SECRET));

        assertThat(sent(Map.of("graphql", graphql)).bodyText()).contains("{\"key\":\"a{b}c{{d\"}");
    }

    @Test
    void inCredentials() {
        Map<String, Object> auth = Map.of("type", "api_key", "name", "X-Key", "api_key", SECRET);

        assertThat(sent(Map.of("auth", auth)).header("X-Key")).contains("a{b}c{{d");
    }
}
