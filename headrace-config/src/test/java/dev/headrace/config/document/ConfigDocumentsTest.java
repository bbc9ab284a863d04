package dev.headrace.config.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigDocumentsTest {

    private static final String BARE = "client: {base_url: https://x.y}\nresources: [posts]\n";

    @TempDir
    Path folder;

    private final ReadOptions options = ReadOptions.of(Settings.none(), Map.of(), new Redactor());

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private ConfigDocument read(String content) throws IOException {
        return ConfigDocuments.read(file("c.yml", content), options);
    }

    private ConfigDocument readWith(String content, String... overrides) throws IOException {
        return ConfigDocuments.read(file("c.yml", content), options.withOverrides(List.of(overrides)));
    }

    @Test
    void readsABareConfiguration() throws IOException {
        ConfigDocument document = ConfigDocuments.read(file("my calendar.v2.yml", BARE), options);
        assertThat(document.name()).isEqualTo("my_calendar_v2");
        assertThat(document.pipeline()).isEmpty();
        assertThat(document.source().keys()).containsExactly("type", "client", "resources");
        assertThat(document.source().text("type")).contains("rest_api");
    }

    @Test
    void readsAWrappedConfiguration() throws IOException {
        ConfigDocument document = read("""
                pipeline: calendar
                destination: {type: duckdb, path: x.duckdb}
                dataset: calendar_data
                source:
                  type: rest_api
                  name: cal
                  max_table_nesting: 2
                  client: {base_url: https://x.y}
                  resources: [posts]
                """);
        assertThat(document.pipeline()).contains("calendar");
        assertThat(document.dataset()).contains("calendar_data");
        assertThat(document.destination().orElseThrow().text("path")).contains("x.duckdb");
        assertThat(document.sourceName()).contains("cal");
        assertThat(document.sourceOptions().value()).hasToString("{max_table_nesting=2}");
        assertThat(document.source().value())
                .hasToString("{type=rest_api, name=cal, client={base_url=https://x.y}, resources=[posts]}");
        assertThat(document.source().require("client").path()).isEqualTo("client");
    }

    @Test
    void readsJsonWhateverTheSuffix() throws IOException {
        assertThat(read("{\"client\": {\"base_url\": \"u\"}, \"resources\": [\"a\"]}")
                        .source()
                        .value())
                .hasToString("{type=rest_api, client={base_url=u}, resources=[a]}");
    }

    @Test
    void readsYamlInBraces() throws IOException {
        assertThat(read("{client: {base_url: u}, resources: []} # so short")
                        .source()
                        .keys())
                .contains("client");
    }

    @Test
    void keepsUnknownKeysAtTheRootAsProblems() throws IOException {
        assertThat(read("pipelin: x\nsource: {client: {}, resources: []}\n").problems())
                .containsExactly(
                        folder.resolve("c.yml") + ":1:1 pipelin: unknown key 'pipelin'; did you mean 'pipeline'?"
                                + " Allowed here: pipeline, destination, dataset, refresh, completeness,"
                                + " package_compression, source");
        assertThat(read(BARE + "resource_default: {}\nfoo: 1\n").problems())
                .hasSize(2)
                .anyMatch(problem -> problem.contains("did you mean 'resource_defaults'?"))
                .anyMatch(problem -> problem.contains("unknown key 'foo'"));
        assertThat(read("dataset: x\n" + BARE).problems())
                .singleElement()
                .asString()
                .contains("to stand below 'source'");
    }

    @Test
    void refusesDocumentsWithoutASource() {
        assertThatThrownBy(() -> read("source: {}\n" + BARE))
                .hasMessageContaining("'client' stands beside 'source'; move it below 'source'");
        assertThatThrownBy(() -> read("clients: {}\n")).hasMessageContaining("did you mean 'client'?");
        assertThatThrownBy(() -> read("- a\n")).hasMessageContaining("found a list");
        assertThatThrownBy(() -> read("source: x\n")).hasMessageContaining(":1:9 source: expected an object");
    }

    @Test
    void saysPlainlyWhyAFileCannotBeRead() throws IOException {
        Path empty = file("empty.yml", " \n");
        Path binary = Files.write(folder.resolve("b"), new byte[] {80, 75, 0, 4});
        Path latin = Files.write(folder.resolve("l"), "a: b\nc: é".getBytes(StandardCharsets.ISO_8859_1));
        Path wide = Files.write(folder.resolve("w"), "a: b".getBytes(StandardCharsets.UTF_16));
        assertFails(folder.resolve("none.yml"), "no such file. Looked in " + folder);
        assertFails(folder, "it is a directory. Name a file in it");
        assertFails(empty, "the file is empty. Write a configuration into it");
        assertFails(binary, "it is no text: byte 2 is zero. Is it the right file?");
        assertFails(latin, "it is not UTF-8: byte 0xE9 at offset 8, in line 2. Save it as UTF-8");
        assertFails(wide, "it is UTF-16 text. Save it as UTF-8");
    }

    private void assertFails(Path file, String reason) {
        assertThatThrownBy(() -> ConfigDocuments.read(file, options))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Cannot read the configuration " + file + ": " + reason);
    }

    @Test
    void overridesValuesByPath() throws IOException {
        ConfigDocument document = readWith(
                "client: {base_url: u, auth: bearer}\nresources: [posts, {name: events, endpoint: v1}]\n",
                "client.base_url=http://127.0.0.1:80",
                "client.auth.token=abc",
                "resources.posts.write_disposition=merge",
                "resources.events.endpoint.params={n: 1, s: \"2\"}",
                "resources[1].selected=false",
                "resource_defaults.primary_key=[id, day]");
        assertThat(document.source().value())
                .hasToString("{type=rest_api, client={base_url=http://127.0.0.1:80, auth={type=bearer, token=abc}},"
                        + " resources=[{name=posts, write_disposition=merge},"
                        + " {name=events, endpoint={path=v1, params={n=1, s=2}}, selected=false}],"
                        + " resource_defaults={primary_key=[id, day]}}");
        assertThat(document.source().require("client").require("base_url").location())
                .isEqualTo("--set client.base_url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "source:"})
    void overridesWhatStandsAroundTheSourceInBothShapes(String wrapping) throws IOException {
        String bare = "client: {base_url: u}\nresources: [posts]\n";
        ConfigDocument document = readWith(
                wrapping.isEmpty() ? bare : wrapping + "\n" + bare.indent(2),
                "source.client.base_url=http://127.0.0.1:80",
                "source.resources.posts.write_disposition=merge",
                "source.max_table_nesting=1",
                "pipeline=p",
                "dataset=d",
                "destination=duckdb:x.duckdb");
        assertThat(document.source().value())
                .hasToString("{type=rest_api, client={base_url=http://127.0.0.1:80},"
                        + " resources=[{name=posts, write_disposition=merge}]}");
        assertThat(document.sourceOptions().value()).hasToString("{max_table_nesting=1}");
        assertThat(document.pipeline()).contains("p");
        assertThat(document.dataset()).contains("d");
        assertThat(document.destination().orElseThrow().text()).isEqualTo("duckdb:x.duckdb");
    }

    @Test
    void overridesAValueOfTheDestination() throws IOException {
        String wrapped = "destination: {type: duckdb, path: a.duckdb}\nsource:\n  client: {}\n  resources: [posts]\n";
        assertThat(readWith(wrapped, "destination.path=b.duckdb")
                        .destination()
                        .orElseThrow()
                        .value())
                .hasToString("{type=duckdb, path=b.duckdb}");
        assertThatThrownBy(() -> readWith(wrapped, "source=x")).hasMessageContaining("source.client.base_url");
        assertThatThrownBy(() -> readWith(wrapped, "sourc.client=x")).hasMessageContaining("did you mean 'source'?");
        assertThatThrownBy(() -> readWith(wrapped, "source.clinet=x")).hasMessageContaining("did you mean 'client'?");
    }

    @Test
    void namesTheNearestPathForAnOverrideThatFitsNowhere() {
        assertThatThrownBy(() -> readWith(BARE, "resources.post.selected=false"))
                .hasMessage(
                        "Cannot use --set resources.post.selected: nothing named 'post' in 'resources'; did you mean"
                                + " 'posts'? Known: posts");
        assertThatThrownBy(() -> readWith(BARE, "clinet.base_url=x"))
                .hasMessageContaining("unknown key 'clinet'; did you mean 'client'?");
        assertThatThrownBy(() -> readWith(BARE, "resources[3].selected=false"))
                .hasMessageContaining("'resources' has 1 elements, counted from 0");
        assertThatThrownBy(() -> readWith(BARE, "client.base_url.x=1"))
                .hasMessageContaining("'client.base_url' is a text, not an object");
        assertThatThrownBy(() -> readWith(BARE, "client.base_url")).hasMessageContaining("expected path=value");
        assertThatThrownBy(() -> readWith(BARE, "client..x=1")).hasMessageContaining("not well formed");
        assertThatThrownBy(() -> readWith(BARE, "client.auth={type: x")).hasMessageContaining("its value is no YAML");
    }
}
