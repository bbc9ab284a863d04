package dev.headrace.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.Redactor;
import dev.headrace.Secret;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.Settings;
import dev.headrace.json.JsonTree;
import dev.headrace.rest.definition.JavaNode;
import dev.headrace.rest.paginate.Paginators;
import dev.headrace.rest.process.Reshape;
import dev.headrace.rest.process.Steps;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceIdentityTest {

    private static final String CONFIG =
            "{'client': {'base_url': 'http://h', 'auth': {'type': 'bearer', 'token': 'abcdefgh'},"
                    + " 'headers': {'X-Key': 'one', 'X-Token': 'secret-1'}}, 'resources': [{'name': 'a', 'endpoint': {'path': 'p',"
                    + " 'params': {'x': 1, 'y': 'two'}, 'paginator': {'type': 'offset', 'limit': 10}, 'incremental': {'cursor_path':"
                    + " 'u', 'initial_value': 5}}}, 'b']}";

    @SuppressWarnings("unchecked") // the root of a configuration is an object
    private static RestSource source(String json) {
        Object root = JsonTree.parse(json.replace('\'', '"')).toJava();
        return RestSource.of(
                JavaNode.of((Map<String, Object>) Objects.requireNonNull(root)),
                new ComponentContext("rest_api", Path.of(""), Settings.none(), new Redactor()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http://h | http://i | 'client.base_url'",
                "'X-Key': 'one' | 'X-Key': 'two' | 'client.headers'",
                "'x': 1 | 'x': 2 | 'endpoint.params' of resource 'a'",
                "'b' | 'c' | the list of resources",
                "'path': 'p' | 'path': 'q' | 'endpoint.path' of resource 'a'",
            })
    void namesTheSettingThatHasChanged(String from, String to, String part) {
        Map<String, String> before = source(CONFIG).identityParts().orElseThrow();
        Map<String, String> after =
                source(CONFIG.replace(from, to)).identityParts().orElseThrow();

        assertThat(after.keySet().stream().filter(name -> !Objects.equals(after.get(name), before.get(name))))
                .startsWith(part);
        assertThat(before.keySet()).noneMatch(name -> name.contains("token"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://h->http://i",
                "'X-Key': 'one'->'X-Key': 'two'",
                "'path': 'p'->'path': 'q'",
                "'x': 1->'x': 2",
                "'limit': 10->'limit': 20",
                "'initial_value': 5->'initial_value': 6",
                "'cursor_path': 'u'->'cursor_path': 'v'",
                "'b'->'c'",
                "'name': 'a'->'processing_steps': [{'filter': 'id > 1'}], 'name': 'a'",
                "'path': 'p'->'response_actions': [{'status_code': 404, 'action': 'ignore'}], 'path': 'p'",
                "'path': 'p'->'data_selector': 'items', 'path': 'p'",
                "'path': 'p'->'response_format': 'jsonl', 'path': 'p'"
            })
    void changesWithEverythingThatDecidesWhatComes(String change) {
        String[] change0 = change.split("->");
        String changed = CONFIG.replace(change0[0], change0[1]);

        assertThat(changed).isNotEqualTo(CONFIG);
        assertThat(source(changed).identity())
                .isPresent()
                .isNotEqualTo(source(CONFIG).identity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefgh->ijklmnop",
                "secret-1->secret-2",
                "'base_url'->'concurrency': 4, 'retry': {'max_retries': 1}, 'timeout': 5, 'base_url'",
                "'path': 'p'->'rate_limit': {'requests': 1, 'per': '1s'}, 'concurrency': 2, 'path': 'p'",
                "'name': 'a'->'primary_key': 'id', 'columns': {'u': {'data_type': 'text'}}, 'name': 'a'",
                "'name': 'a'->'completeness': 'strict', 'name': 'a'",
                "'x': 1, 'y': 'two'->'y': 'two', 'x': 1"
            })
    void staysWhenOnlyTheWayOfAskingOrTheTablesChange(String change) {
        String[] change0 = change.split("->");
        String changed =
                CONFIG.replace(change0[0], change0[1]).replace("'cursor_path'", "'primary_key': 'k', 'cursor_path'");

        assertThat(source(changed).identity())
                .isPresent()
                .isEqualTo(source(CONFIG.replace("'cursor_path'", "'primary_key': 'k', 'cursor_path'"))
                        .identity());
    }

    @Test
    void changesWithTheSelectionAndWithARange() {
        RestSource source = source(CONFIG);

        assertThat(source.select(Set.of("a")).identity()).isNotEqualTo(source.identity());
        assertThat(source.backfill("5", "9").identity())
                .isNotEqualTo(source.backfill("5", "10").identity());
    }

    private static RestSourceBuilder built() {
        return RestSource.at("http://h").paginator(Paginators.offset(10)).header("Authorization", "Bearer abcdefgh");
    }

    @Test
    void isThereForWhatIsBuiltInJava() {
        assertThat(built().resource("a").build().identity())
                .isPresent()
                .isEqualTo(built().resource("a").build().identity())
                .isNotEqualTo(built().paginator(Paginators.offset(11))
                        .resource("a")
                        .build()
                        .identity());
        assertThat(built().resource("a", a -> a.step(Reshape.exclude(List.of("x"))))
                        .build()
                        .identity())
                .isPresent();
    }

    @Test
    void tellsExpressionsApart() {
        assertThat(filtered("id > 1")).isPresent().isEqualTo(filtered("id > 1")).isNotEqualTo(filtered("id > 2"));
        assertThat(built().resource("a", a -> a.step(Steps.map("x")).step(Steps.yieldMap("y")))
                        .build()
                        .identity())
                .isPresent();
    }

    private static Optional<String> filtered(String jsonata) {
        return built().resource("a", a -> a.step(Steps.filter(jsonata))).build().identity();
    }

    @Test
    void isMissingWhereAFunctionCannotBeToldFromAnother() {
        assertThat(built().resource("a", a -> a.step(Steps.filter(record -> record.containsKey("x"))))
                        .build()
                        .identity())
                .isEmpty();
    }

    @Test
    void holdsNoSecret() {
        assertThat(built().auth(Map.of("type", "bearer", "token", Secret.of("abcdefgh")))
                        .resource("a")
                        .build()
                        .identity()
                        .orElseThrow())
                .matches("[0-9a-f]{64}");
    }
}
