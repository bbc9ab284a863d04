package dev.headrace.config.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.config.settings.FileSettings;
import dev.headrace.config.tree.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonDocumentsTest {

    private static final String IMPORT = "from dlt.sources.rest_api import rest_api_source\n";

    @TempDir
    Path folder;

    private ConfigDocument read(String program) throws IOException {
        return read(program, Map.of());
    }

    private ConfigDocument read(String program, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(folder.resolve("github.py"), program);
        Redactor redactor = new Redactor();
        FileSettings settings = FileSettings.of(folder, folder, environment, redactor);
        return ConfigDocuments.read(file, ReadOptions.of(settings, environment, redactor));
    }

    /** The value of an expression that stands in a configuration. */
    private String value(String expression) throws IOException {
        String program =
                IMPORT + "rest_api_source({'client': {'x': " + expression.replace("⏎", "\n") + "}, 'resources': []})\n";
        Object value = read(program, Map.of("T", "t-value", "A", "a-value"))
                .source()
                .require("client")
                .find("x")
                .orElseThrow()
                .value();
        return String.valueOf(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'a' \"b\" r'\\d' | ab\\d",
                "'\\x41\\u00e9\\101\\q\\n'.x | -",
                "\"\"\"a\"b\"\"\" | a\"b",
                "'a' + 'b' | ab",
                "('a'⏎ 'b') | ab",
                "1_000 | 1000",
                "-5 | -5",
                "0x1F | 31",
                "1e3 | 1000.0",
                ".5 | 0.5",
                "123456789012345678901 | 123456789012345678901",
                "[True, False, None,] | [true, false, null]",
                "(1, 2) | [1, 2]",
                "(1) | 1",
                "(1,) | [1]",
                "() | []",
                "{1, 2} | [1, 2]",
                "{'a'} | [a]",
                "{} | {}",
                "{'a': 1, # why⏎ 'b': {2: 3}} | {a=1, b={2=3}}",
                "dict(a=1, b=[2]) | {a=1, b=[2]}",
                "{**{'a': 1, 'b': 2}, 'a': 3} | {a=3, b=2}",
                "[*[1], 2] + [3] | [1, 2, 3]",
                "f'x{{y}}' | x{y}",
                "f\"Bearer {dlt.secrets['t']}\" | Bearer t-value",
                "'Bearer ' + dlt.secrets['t'] | Bearer t-value",
                "dlt.secrets.get('t') | t-value",
                "dlt.config['t'] | t-value",
                "os.environ['A'] | a-value",
                "os.environ.get(\"A\") | a-value",
                "os.getenv(\"A\") | a-value",
                "BearerTokenAuth(token=dlt.secrets['t']) | {type=bearer, token=t-value}",
                "JSONLinkPaginator('paging.next') | {type=json_link, next_url_path=paging.next}",
                "dlt.sources.incremental('u', initial_value='2024') | {type=incremental, cursor_path=u, initial_value=2024}",
                "'{resources.posts.id}' | {resources.posts.id}",
            })
    void readsLiterals(String expression, String expected) throws IOException {
        if (expected.equals("-")) {
            assertThatThrownBy(() -> value(expression)).hasMessageContaining("cannot read the code '.'");
        } else {
            assertThat(value(expression)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "get_token('s3cr3t') | 2:34: cannot read the code 'get_token(...)': its result is known only when the program runs",
                "lambda x: x | 2:34: cannot read the code 'lambda ...': a function is code",
                "[i for i in 'ab'] | 2:37: cannot read the code 'for ...': a comprehension is code",
                "[{'name': n} for n in 'ab'] | 2:47: cannot read the code 'for ...': a comprehension is code",
                "{k: {'a': [v]} for k, v in pairs} | 2:49: cannot read the code 'for ...': a comprehension is code",
                "[unknown for i in 'ab'] | 2:35: cannot read the code 'unknown': nothing that can be read is assigned",
                "f'{now()}' | 2:34: cannot read the code 'now(...)'",
                "f'{1.5:.2f}' | 2:34: cannot read the code 'f\"...\"': a placeholder with a format or conversion is code",
                "UNKNOWN | 2:34: cannot read the code 'UNKNOWN': nothing that can be read is assigned to this name",
                "settings.URL | 2:34: cannot read the code 'settings.URL'",
                "'a' if x else 'b' | 2:38: cannot read the code 'if': this computes a value",
                "2 * 3 | 2:36: cannot read the code '*': this computes a value",
                "os.getenv('A', 'b') | 2:34: cannot read the code 'os.getenv(..., default)': a look-up takes no default",
                "'{}'.format(1) | 2:38: cannot read the code '.': a method, call or index on a value is code",
                "b'x' | 2:34: cannot read the code 'b\"...\"'",
                "[1 2] | 2:37: cannot read this as Python: a ',' or a closing bracket is missing before this",
                "{'a': 1, 'a': 2} | 2:43: the key 'a' is written twice, first at 2:35; remove one of them",
                "{'a': } | 2:40: cannot read this as Python: a value is missing before '}'",
            })
    void saysWhichCodeItCannotReadAndWhy(String expression, String message) {
        assertThatThrownBy(() -> value(expression))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(folder.resolve("github.py") + ":" + message)
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void saysWhatToWriteInsteadOfCode() {
        assertThatThrownBy(() -> value("get()"))
                .hasMessageContaining("and programs are not run; write the value itself, or"
                        + " take it from the environment: os.environ[\"NAME\"], or ${env.NAME} in YAML\n"
                        + "    rest_api_source({'client': {'x': get()}, 'resources': []})\n");
    }

    @Test
    void followsVariablesOfTheModuleAndTheFunction() throws IOException {
        ConfigDocument document = read("""
                import dlt
                from dlt.sources.rest_api import RESTAPIConfig, rest_api_resources

                BASE_URL = "https://api.github.com"
                DEFAULTS = {"primary_key": "id"}

                @dlt.source
                def github_source(access_token: str = dlt.secrets.value, pages=2):
                    path = "issues"
                    config: RESTAPIConfig = {
                        "client": {"base_url": f"{BASE_URL}/repos/", "auth": {"type": "bearer", "token": access_token}},
                        "resource_defaults": {**DEFAULTS, "write_disposition": "merge"},
                        "resources": [{"name": "issues", "endpoint": {"path": path, "params": {"n": pages}}}],
                    }
                    yield from rest_api_resources(config)

                def load() -> None:
                    pipeline = dlt.pipeline(
                        pipeline_name="github", destination='duckdb', dataset_name="github_data",
                    )
                    pipeline.run(github_source())
                """, Map.of("SOURCES__GITHUB__ACCESS_TOKEN", "tok"));
        assertThat(document.pipeline()).contains("github");
        assertThat(document.dataset()).contains("github_data");
        assertThat(document.destination().orElseThrow().text()).isEqualTo("duckdb");
        assertThat(document.source().value())
                .hasToString("{type=rest_api, client={base_url=https://api.github.com/repos/, auth={type=bearer,"
                        + " token=tok}}, resource_defaults={primary_key=id, write_disposition=merge},"
                        + " resources=[{name=issues, endpoint={path=issues, params={n=2}}}]}");
    }

    @Test
    void leavesAnInjectedAuthFieldToTheLookupOfItsOwner() throws IOException {
        assertThat(read(IMPORT + "rest_api_source({'client': {'auth': {'type': 'bearer', 'token': dlt.secrets.value}},"
                                + " 'resources': []})")
                        .source()
                        .require("client")
                        .require("auth")
                        .keys())
                .containsExactly("type");
    }

    @Test
    void takesLiteralArgumentsOfTheCall() throws IOException {
        ConfigDocument document = read(IMPORT + "s = rest_api_source({'client': {}, 'resources': []}, name='gh',"
                + " max_table_nesting=1, parallelized=True)\n");
        assertThat(document.sourceName()).contains("gh");
        assertThat(document.sourceOptions().value()).hasToString("{max_table_nesting=1}");
        assertThat(document.source().bool("parallelized", false)).isTrue();
        assertThatThrownBy(() -> read(IMPORT + "rest_api_source({'client': {}, 'resources': []}, nam='gh')"))
                .hasMessageContaining("unknown argument 'nam'; did you mean 'name'?");
    }

    @Test
    void takesTheDestinationWithItsFile() throws IOException {
        ConfigDocument document = read(IMPORT + "rest_api_source({'client': {}, 'resources': []})\n"
                + "p = dlt.pipeline('a', destination=dlt.destinations.duckdb('x.duckdb'), dataset_name=name())\n");
        assertThat(document.pipeline()).contains("a");
        assertThat(document.destination().orElseThrow().value()).hasToString("{type=duckdb, credentials=x.duckdb}");
        assertThat(document.dataset()).isEmpty();
        assertThat(document.warnings())
                .containsExactly(
                        folder.resolve("github.py") + ":3:85: dataset_name of dlt.pipeline(...) is code, which is"
                                + " not run; give it with --dataset if the default does not suit");
    }

    @Test
    void refusesAVariableThatIsChangedAfterwards() {
        assertThatThrownBy(() -> read(IMPORT + "c = {'client': {}, 'resources': []}\nc['resources'] = ['a']\n"
                        + "rest_api_source(c)\n"))
                .hasMessageContaining(":3:1: 'c' is changed after it was assigned, and programs are not run");
        assertThatThrownBy(() -> read(IMPORT + "if x:\n    u = 'a'\nelse:\n    u = 'b'\n"
                        + "rest_api_source({'client': {'base_url': u}, 'resources': []})\n"))
                .hasMessageContaining("'u' is assigned in several branches");
    }

    @Test
    void refusesAVariableThatIsItsOwnValueOrMultiplies() {
        assertThatThrownBy(() -> read(IMPORT + "a = [a]\nrest_api_source(a)\n")).isInstanceOf(ConfigException.class);
        StringBuilder program = new StringBuilder(IMPORT + "v0 = 1\n");
        for (int i = 1; i < 22; i++) {
            program.append("v%d = [v%d, v%d]\n".formatted(i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> read(program + "rest_api_source({'client': v21})\n"))
                .hasMessageContaining("this is too large");
    }

    @Test
    void listsSeveralConfigurationsUnlessOneIsSelected() throws IOException {
        String program = IMPORT + "a = rest_api_source({'client': {'n': 1}, 'resources': []})\n"
                + "b = rest_api_source({'client': {'n': 2}, 'resources': []})\n";
        assertThatThrownBy(() -> read(program))
                .hasMessage(
                        folder.resolve("github.py")
                                + ": there are 2 configurations, starting in lines 2, 3; choose one with --select 1 to --select 2");
        SourceText text = SourceText.of("p", program);
        assertThat(DocumentReaders.read(text, Optional.empty(), OptionalInt.of(2))
                        .configuration()
                        .place()
                        .line())
                .isEqualTo(3);
        assertThatThrownBy(() -> DocumentReaders.read(text, Optional.empty(), OptionalInt.of(3)))
                .hasMessage("p: there is no configuration 3; there are 2, in lines 2, 3");
    }

    @Test
    void countsAConfigurationThatIsUsedTwiceOnce() throws IOException {
        assertThat(read(IMPORT + "c = {'client': {}, 'resources': []}\nrest_api_source(c)\nrest_api_source(config=c)\n")
                        .source()
                        .keys())
                .contains("client");
    }

    @Test
    void saysWhatItLookedForWhenThereIsNoConfiguration() {
        assertThatThrownBy(() -> read("import os\nprint('hello')\n"))
                .hasMessage(folder.resolve("github.py") + ": This Python program has no configuration:"
                        + " rest_api_source({...}), rest_api_resources({...}), or a variable of type RESTAPIConfig was"
                        + " looked for. --as yaml|json|python|markdown forces another kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "import dlt | PYTHON",
                "x = rest_api_source( | PYTHON",
                "config: RESTAPIConfig = { | PYTHON",
                "client: {a: f(x)} | YAML",
                "# import x⏎client: | YAML",
                "{\"client\": 1} | JSON",
                "Text⏎```⏎x⏎``` | MARKDOWN",
                "Text⏎```python⏎import x⏎``` | MARKDOWN",
                "client:⏎  note: >⏎    ```⏎    x⏎    ``` | YAML",
            })
    void tellsTheKindByContent(String text, DocumentKind kind) {
        assertThat(DocumentReaders.kind(SourceText.of("f", text.replace("⏎", "\n"))))
                .isEqualTo(kind);
    }
}
