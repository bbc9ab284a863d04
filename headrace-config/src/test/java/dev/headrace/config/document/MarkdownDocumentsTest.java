package dev.headrace.config.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.config.tree.SourceText;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MarkdownDocumentsTest {

    private static final String CALL = "rest_api_source({'client': {}, 'resources': []})\n";

    private static Found read(String markdown) {
        return DocumentReaders.read(
                SourceText.of("doc.md", markdown), Optional.of(DocumentKind.MARKDOWN), OptionalInt.empty());
    }

    private static String place(String markdown) {
        return read(markdown).configuration().place().toString();
    }

    @Test
    void findsTheBlockWhateverItsFence() {
        assertThat(place("# T\n\n```python\n" + CALL + "```\n")).isEqualTo("doc.md:4:17");
        assertThat(place("~~~~ py title=x\n" + CALL + "~~~\n~~~~\n")).isEqualTo("doc.md:2:17");
        assertThat(place("```\n" + CALL)).isEqualTo("doc.md:2:17");
    }

    @Test
    void placesNodesOfAnIndentedBlockByTheColumnsOfTheDocument() {
        assertThat(place("- item\n\n  ```python\n  " + CALL + "  ```\n")).isEqualTo("doc.md:4:19");
    }

    @Test
    void passesOverBlocksWithoutConfiguration() {
        assertThat(place("```bash\npip install dlt\n```\n```json\n{\"data\": [1]}\n```\n```\n" + CALL + "```\n"))
                .isEqualTo("doc.md:8:17");
    }

    @Test
    void readsYamlAndJsonBlocks() {
        assertThat(place("```yaml\nclient: {}\nresources: []\n```\n")).isEqualTo("doc.md:2:1");
        assertThat(place("```json\n{\"client\": {}, \"resources\": []}\n```\n")).isEqualTo("doc.md:2:1");
    }

    @Test
    void countsTheConfigurationsOfAllBlocks() {
        assertThatThrownBy(() -> read("```py\n" + CALL + "```\n\n```yaml\nclient: {}\nresources: []\n```\n"))
                .hasMessage("doc.md: there are 2 configurations, starting in lines 2, 6;"
                        + " choose one with --select 1 to --select 2");
    }

    private static DocumentKind kind(String text) {
        return DocumentReaders.kind(SourceText.of("doc", text));
    }

    @Test
    void passesOverFrontMatter() {
        String fence = "```yaml\nclient: {}\nresources: []\n```\n";
        assertThat(kind("---\nsource: internal wiki\n---\n# T\n\n" + fence)).isEqualTo(DocumentKind.MARKDOWN);
        assertThat(kind("---\n---\n" + fence)).isEqualTo(DocumentKind.MARKDOWN);
        assertThat(kind("---\r\nsource: wiki\r\n---\r\n" + fence)).isEqualTo(DocumentKind.MARKDOWN);
        assertThat(kind("---\nclient: {}\nresources: []\n")).isEqualTo(DocumentKind.YAML);
        assertThat(kind("---\nclient:\n  note: |\n    ```\n    x\n    ```\nresources: []\n"))
                .isEqualTo(DocumentKind.YAML);
    }

    @Test
    void tellsAProgramByItsDefinitions() {
        assertThat(kind("@dlt.source\ndef my():\n    return rest_api_source({})\n"))
                .isEqualTo(DocumentKind.PYTHON);
        assertThat(kind("def s():\n return rest_api_source({})\n")).isEqualTo(DocumentKind.PYTHON);
        assertThat(kind("class A:\n    x = rest_api_source({})\n")).isEqualTo(DocumentKind.PYTHON);
        assertThat(kind("# def s():\nclient: {}\nresources: [\"def x\"]\n")).isEqualTo(DocumentKind.YAML);
    }

    @Test
    void saysWhatItLookedForInATextThatIsNothing() {
        for (String prose : new String[] {"Only words, and no code.\n", "# T\n\nNote: this: that\n\n* a\n"}) {
            assertThatThrownBy(() ->
                            DocumentReaders.read(SourceText.of("doc.md", prose), Optional.empty(), OptionalInt.empty()))
                    .hasMessageContaining("no configuration was found")
                    .hasMessageContaining("--as yaml|json|python|markdown");
        }
    }

    @Test
    void saysWhatItLookedForWhenThereIsNoConfiguration() {
        assertThatThrownBy(() -> read("# T\n```python\nprint(1)\n```\n"))
                .hasMessageStartingWith(
                        "doc.md: This Markdown document has no configuration: a fenced block was looked for"
                                + " that holds rest_api_source({...})");
    }
}
