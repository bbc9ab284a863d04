package dev.headrace.json.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.json.JsonTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonConditionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "$.status == 'error';{\"status\": \"error\"};true",
                "$.status == 'error';{\"status\": \"ok\"};false",
                "$.status == 'error';[];false",
                "status = error;{\"status\": \"error\"};true",
                "@.code >= 500;{\"code\": 503};true",
                "@.code >= 500;{\"code\": \"503\"};false",
                "$.errors;{\"errors\": null};true",
                "$.errors != null;{\"errors\": null};false",
                "$.errors[0];{\"errors\": []};false",
                "$.errors[*].type == 'LIMIT';{\"errors\": [{}, {\"type\": \"LIMIT\"}]};true",
                "!$.data;{};true",
                "$.ok == false & $.code > 1;{\"ok\": false, \"code\": 2};true",
                "$.ok == false || $.code > 1;{\"ok\": true, \"code\": 2};true",
                "$.message =~ 'rate.?limit';{\"message\": \"the rate limit\"};true",
                "$ == 1;1;true",
            })
    void looksAtTheWholeDocument(String condition, String document, boolean holds) {
        assertThat(JsonCondition.compile(condition).holds(JsonTree.parse(document)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$.a ==", "$.a == 'x", "$.a == 1 1", "$.a ~ 1", "($.a"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> JsonCondition.compile(text)).isInstanceOf(JsonPathException.class);
    }

    @Test
    void showsItselfAsWritten() {
        assertThat(JsonCondition.compile("$.a == 1")).hasToString("$.a == 1");
    }
}
