package dev.headrace.json.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches that would not end are given up. */
@Timeout(180)
class SearchLimitsTest {

    private static final JsonValue DEEP = JsonTree.parse("{\"a\":[".repeat(240) + "1" + "]}".repeat(240));

    @ParameterizedTest
    @ValueSource(
            strings = {"$..a..a..a..a..a", "$..*..*..*..*..*..*", "$..[?(@..a..a..a..a)]", "$..`parent`..`parent`..a..a"
            })
    void givesUpASearchThatComesBackAgainAndAgain(String path) {
        JsonPath compiled = JsonPath.compile(path);
        assertThatThrownBy(() -> compiled.find(DEEP))
                .isInstanceOf(JsonPathLimitException.class)
                .hasMessageStartingWith("The search goes on and on");
    }

    @Test
    void looksAtEveryValueOfALargeDocument() {
        JsonValue document = JsonTree.parse("[" + "[0],".repeat(200_000) + "1]");
        assertThat(JsonPath.compile("$..[0]").find(document)).hasSize(200_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(.*a){20}$", "(.*a){12}b", "(?:.*){9}b"})
    void givesUpAPatternThatTriesOutEverything(String pattern) {
        JsonCondition condition = JsonCondition.compile("$.x =~ '" + pattern + "'");
        JsonValue document = JsonTree.parse("{\"x\":\"" + "a".repeat(60) + "!\"}");
        assertThatThrownBy(() -> condition.holds(document))
                .isInstanceOf(JsonPathLimitException.class)
                .hasMessageContaining(pattern)
                .hasMessageNotContaining("aaaa");
    }

    /** Java is quick with some of these, and may be with others one day. */
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "^(([a-z])+.)+[A-Z]([a-z])+$"})
    void comesToAnEndWithEveryPattern(String pattern) {
        JsonCondition condition = JsonCondition.compile("$.x =~ '" + pattern + "'");
        try {
            assertThat(condition.holds(JsonTree.parse("{\"x\":\"" + "a".repeat(60) + "!\"}")))
                    .isFalse();
        } catch (JsonPathLimitException e) {
            assertThat(e).hasMessageContaining(pattern);
        }
    }

    @Test
    void givesUpAPatternThatNestsTooDeeply() {
        JsonCondition condition = JsonCondition.compile("$.x =~ '^(?:a|b)*$'");
        JsonValue document = JsonTree.parse("{\"x\":\"" + "ab".repeat(500_000) + "!\"}");
        assertThatThrownBy(() -> condition.holds(document)).isInstanceOf(JsonPathLimitException.class);
    }

    @Test
    void findsAPatternInALongText() {
        JsonValue document = JsonTree.parse("{\"x\":\"" + "word ".repeat(1_000_000) + "end 42\"}");
        assertThat(JsonCondition.compile("$.x =~ 'end [0-9]+$'").holds(document))
                .isTrue();
    }
}
