package dev.headrace.config.yaml;

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

class YamlReaderTest {

    private static ConfigNode read(String yaml) {
        return ConfigNodes.of(YamlReader.read(SourceText.of("c.yml", yaml)), Lookups.none());
    }

    @Test
    void placesEveryValueByLineAndColumn() {
        ConfigNode node = read("client:\n  base_url: x\nresources:\n  - posts\n  - name: b\n");
        assertThat(node.require("client").require("base_url").location()).isEqualTo("c.yml:2:13 client.base_url");
        assertThat(node.require("resources").elements().get(1).location()).isEqualTo("c.yml:5:5 resources[1]");
    }

    @Test
    void placesTheFailureOfAKeyAtTheKey() {
        assertThat(read("a:\n  bb: 1\n").require("a").error("bb", "no").message())
                .isEqualTo("c.yml:2:3 a.bb: no");
    }

    @ParameterizedTest
    @CsvSource({
        "10, INTEGER",
        "'\"10\"', TEXT",
        "-5, INTEGER",
        "0x1F, INTEGER",
        "1.0, DECIMAL",
        "1e3, DECIMAL",
        "true, BOOLEAN",
        "no, TEXT",
        "on, TEXT",
        "2024-01-01, TEXT",
        "12:30, TEXT",
        "~, NULL",
        "null, NULL",
        "1_000, TEXT",
        ".inf, DECIMAL",
        "'!!str 10', TEXT",
        "0o17, INTEGER",
        "-, TEXT",
        "., TEXT"
    })
    void knowsTheTypesOfYaml12(String scalar, ConfigNode.Kind kind) {
        String yaml = scalar.equals("-") ? "k: '-'" : "k: " + scalar;
        assertThat(read(yaml).find("k").orElseThrow().kind()).isEqualTo(kind);
    }

    @Test
    void expandsAliasesAndMergeKeys() {
        ConfigNode node = read("base: &b {x: 1, y: 2}\nuse:\n  <<: *b\n  y: 3\nsame: *b\n");
        assertThat(node.require("use").value()).hasToString("{y=3, x=1}");
        assertThat(node.require("same").value()).hasToString("{x=1, y=2}");
    }

    @Test
    void refusesAKeyThatIsWrittenTwice() {
        assertThatThrownBy(() -> read("a:\n  name: x\n  type: y\n  name: z\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("c.yml:4:3: the key 'name' is written twice, first at 2:3; remove one of them\n"
                        + "      name: z\n      ^");
    }

    @Test
    void tellsWhereATabIs() {
        assertThatThrownBy(() -> read("client:\n\tbase_url: x\n"))
                .hasMessage("c.yml:2:1: tab at 2:1; YAML wants spaces."
                        + " Replace every tab in the indentation by spaces");
    }

    @Test
    void refusesAliasesThatMultiply() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> read(yaml.toString()))
                .hasMessageContaining("more than 200000 values, aliases counted");
    }

    @Test
    void refusesAnAliasWithinItself() {
        assertThatThrownBy(() -> read("a: &x\n  b: *x\n"))
                .hasMessageContaining("c.yml:2:6: the alias *x refers to nothing written before it");
    }

    @Test
    void refusesVeryDeepNesting() {
        assertThatThrownBy(() -> read("[".repeat(50_000))).hasMessageContaining("more than 100 levels");
        assertThatThrownBy(() -> read("- ".repeat(5_000))).hasMessageContaining("more than 100 levels");
    }

    @Test
    void refusesASecondDocument() {
        assertThatThrownBy(() -> read("a: 1\n---\nb: 2\n"))
                .hasMessage("c.yml:2:1: a second YAML document starts here ('---'); a file holds one\n    ---\n    ^");
    }

    @Test
    void refusesTagsOfProgrammingLanguages() {
        assertThatThrownBy(() -> read("a: !!java.net.URL [x]"))
                .hasMessageContaining("the tag 'tag:yaml.org,2002:java.net.URL' has no meaning here");
    }

    @Test
    void saysWhatIsWrongInPlainWords() {
        assertThatThrownBy(() -> read("a: b: c\n"))
                .hasMessage(
                        "c.yml:1:5: cannot read this as YAML: a ':' is not possible here; put a text that holds ': '"
                                + " in quotes, or check the indentation\n    a: b: c\n        ^");
        assertThatThrownBy(() -> read("a: {b: 1\nc: 2\n")).hasMessageContaining("(it starts at 1:4)");
        assertThatThrownBy(() -> read("a: \"b\n")).hasMessageContaining("a quoted text is not closed");
    }

    @Test
    void hidesSecretsInTheLineItShows() {
        assertThatThrownBy(() -> read("auth: {token: s3cr3t, {\n")).hasMessageNotContaining("s3cr3t");
    }

    @Test
    void refusesAnEmptyDocument() {
        assertThatThrownBy(() -> read("# nothing\n")).hasMessage("c.yml: the document is empty");
    }
}
