package dev.headrace.json.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {
    private static final JsonValue DOCUMENT = JsonTree.parse(resource("document.json"));

    private static String resource(String name) {
        try (var stream = Objects.requireNonNull(JsonPathTest.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<Arguments> matchesOfJsonpathNg() {
        return resource("matches.tsv").lines().map(line -> Arguments.of((Object[]) line.split("\t")));
    }

    @ParameterizedTest
    @MethodSource("matchesOfJsonpathNg")
    void findsWhatJsonpathNgFinds(String path, String matches) {
        assertThat(found(path, DOCUMENT)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "* | [1,2] | []",
                "a.* | {\"a\":[1,2]} | []",
                "s[0] | {\"s\":\"text\"} | [\"text\"]",
                "s[9] | {\"s\":\"text\"} | []",
                "s[0] | {\"s\":{\"a\":1}} | []",
                "s[0] | {\"s\":5} | []",
                "s[*] | {\"s\":{\"a\":1}} | [{\"a\":1}]",
                "s[*] | {\"s\":5} | [5]",
                "s[*] | {\"s\":null} | []",
                "a[?c=2] | {\"a\":[{\"c\":\"2\"},{\"c\":2},{\"c\":2.0}]} | [{\"c\":2},{\"c\":2.0}]",
                "a[?c=true] | {\"a\":[{\"c\":1},{\"c\":true}]} | [{\"c\":true}]",
                "a[?c==null] | {\"a\":[{\"c\":1},{\"c\":null},{}]} | [{\"c\":null}]",
                "a[?c!=1] | {\"a\":[{\"c\":1},{\"c\":null},{},{\"c\":2}]} | [{\"c\":null},{\"c\":2}]",
                "a[?c>9223372036854775806] | {\"a\":[{\"c\":9223372036854775807},{\"c\":1}]} | "
                        + "[{\"c\":9223372036854775807}]",
                "$..* | {\"a\":[{\"b\":1},2]} | [[{\"b\":1},2],1]",
                "$.`parent` | {\"a\":1} | []",
                "l[0:2][*].c | {\"l\":[{\"c\":1},{\"c\":2}]} | [1,2]",
                "'*' | {\"*\":1,\"a\":2} | [1]",
                "'a\\'b' | {\"a'b\":1} | [1]",
                "where | {\"where\":1} | [1]",
                "$ | 5 | [5]",
                "a | 5 | []",
                "a | null | []",
                "`len` | \"é€x\" | [3]",
            })
    void settlesWhatVersionsOfJsonpathNgDisagreeAbout(String path, String document, String matches) {
        assertThat(found(path, JsonTree.parse(document))).isEqualTo(matches);
    }

    private static String found(String path, JsonValue document) {
        return JsonText.write(JsonPath.compile(path).find(document));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | 1 | a name",
                "a[[ | 3 | a name, an index",
                "a[ | 3 | a name, an index",
                "é | 1 | found 'é'",
                "k v | 3 | '.', '[' or the end",
                "$x | 2 | found 'x'",
                "$. | 3 | found the end",
                "a. | 3 | found the end",
                "..a | 1 | found '.'",
                "a[1 | 4 | expected ']'",
                "a['b | 5 | a closing '",
                "a[?(@.c>1) | 11 | expected ']'",
                "a[?(@.c>1] | 10 | expected ')'",
                "a[?c>] | 6 | a number, a quoted text",
                "a[?c>@.d] | 6 | a number, a quoted text",
                "a[?c=~'['] | 7 | is no regular expression",
                "a[::0] | 6 | step of a slice is 0",
                "a.`sorted` | 3 | `this`, `parent`, `len` or `keys`",
                "a&b | 2 | found '&'",
                "a + 1 | 3 | found '+'",
                "a[99999999999] | 3 | at most 9 digits",
                "(a | 3 | expected ')'",
                "a,1 | 3 | a name",
            })
    void saysWhereAPathIsWrong(String path, int column, String problem) {
        assertThatThrownBy(() -> JsonPath.compile(path))
                .isInstanceOfSatisfying(
                        JsonPathException.class, e -> assertThat(e.column()).isEqualTo(column))
                .hasMessageContaining(problem)
                .hasMessageStartingWith("Cannot read the JSONPath " + (path.isEmpty() ? "''" : path))
                .hasMessageEndingWith("at column " + column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"data | data", "$.a.b | a,b", "a['x.y'] | a,x.y", "[a].b | a,b", "$['a']['b'] | a,b", "a.0 | a,0"})
    void tellsThePlainKeysOfAPath(String path, String keys) {
        assertThat(JsonPath.compile(path).plainKeys()).contains(List.of(keys.split(",")));
    }

    @Test
    void theRootHasNoPlainKeysButIsPlain() {
        assertThat(JsonPath.compile("$").plainKeys()).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[0]", "a[*]", "*", "a..b", "a|b", "a,b", "a[?b]", "a.`len`", "a where b", "a.$.b"})
    void aPathThatIsMoreThanKeysHasNoPlainKeys(String path) {
        assertThat(JsonPath.compile(path).plainKeys()).isEmpty();
    }

    @Test
    void theFirstMatchIsTheFirstInOrder() {
        assertThat(JsonPath.compile("$..c").first(DOCUMENT))
                .map(JsonValue::toString)
                .contains("1");
        assertThat(JsonPath.compile("missing").first(DOCUMENT)).isEmpty();
    }

    @Test
    void aPresentNullIsAMatch() {
        assertThat(JsonPath.compile("a.n").first(DOCUMENT))
                .map(JsonValue::toJava)
                .isEmpty();
        assertThat(JsonPath.compile("a.n").find(DOCUMENT)).hasSize(1);
    }

    @Test
    void refusesPathsWithoutReasonableEnd() {
        assertThatThrownBy(() -> JsonPath.compile("a" + ".a".repeat(600))).isInstanceOf(JsonPathException.class);
        assertThatThrownBy(() -> JsonPath.compile("(".repeat(5000))).isInstanceOf(JsonPathException.class);
        assertThatThrownBy(() -> JsonPath.compile("a[?" + "(".repeat(5000))).isInstanceOf(JsonPathException.class);
        assertThatThrownBy(() -> JsonPath.compile("a[?a".repeat(5000))).isInstanceOf(JsonPathException.class);
    }

    @Test
    void searchesTheDeepestDocumentTheScannerTakes() {
        String deep = "{\"a\":".repeat(500) + "1" + "}".repeat(500);
        assertThat(JsonPath.compile("$..a").find(JsonTree.parse(deep))).hasSize(500);
    }
}
