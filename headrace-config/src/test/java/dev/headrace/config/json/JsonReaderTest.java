package dev.headrace.config.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.tree.ConfigNodes;
import dev.headrace.config.tree.Lookups;
import dev.headrace.config.tree.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

    private static ConfigNode read(String json) {
        return ConfigNodes.of(JsonReader.read(SourceText.of("c.json", json)), Lookups.none());
    }

    @Test
    void readsEveryKindOfValue() {
        assertThat(
                        read("{\"a\":\"x\\n\\u00e9\\/\",\"b\":[1,-2.5,1e2,9223372036854775808],\"c\":{\"d\":null,\"e\":true}}\n")
                                .value())
                .hasToString("{a=x\n\u00e9/, b=[1, -2.5, 100.0, 9223372036854775808], c={d=null, e=true}}");
    }

    @Test
    void placesEveryValueByLineAndColumn() {
        ConfigNode node = read("{\n\t\"a\": {\n    \"b\": [1,\n 2]}}");
        assertThat(node.require("a").require("b").elements().get(1).location()).isEqualTo("c.json:4:2 a.b[1]");
        assertThat(node.error("a", "no").message()).isEqualTo("c.json:2:2 a: no");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"a\":2}|1:8: the key 'a' is written twice, first at 1:2; remove one of them",
                "{\"a\":1,}|1:8: cannot read this as JSON: a ',' before '}' is not possible in JSON; remove it",
                "[1,]|1:4: cannot read this as JSON: a ',' before ']' is not possible in JSON; remove it",
                "{\"a\" 1}|1:6: cannot read this as JSON: a ':' is missing after the key 'a'",
                "{a: 1}|1:2: cannot read this as JSON: a key in double quotes is missing here",
                "{\"a\": True}|1:7: cannot read this as JSON: 'True' is no JSON value; put texts in double quotes",
                "{\"a\": [1 2]}|1:10: cannot read this as JSON: the list opened at 1:7 is not closed, or a ',' is missing",
                "{\"a\": \"b|1:7: the text is not closed on its line; add the double quote",
                "{\"a\": 1} x|1:10: cannot read this as JSON: the JSON value is complete before this; remove what follows",
                "{\"a\": \"\\x\"}|1:9: cannot read this as JSON: this escape is unknown; write \\\\ for a backslash",
                "{\"a\":|1:6: cannot read this as JSON: the text ends here, in the middle of a value",
            })
    void saysWhatIsWrongAndWhere(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("c.json:" + message);
    }

    @Test
    void refusesVeryDeepNesting() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).hasMessageContaining("more than 100 levels");
    }
}
