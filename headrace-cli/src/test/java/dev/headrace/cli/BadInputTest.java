package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with files and calls, and how the user learns it: one clear message, exit code 2, nothing done. */
class BadInputTest {

    private static final String GOOD = """
            client: {base_url: http://127.0.0.1:1}
            resources: [events]
            """;

    @TempDir
    Path temp;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(temp);
        shell.write("good.yml", GOOD);
    }

    @Test
    void noSuchFile() {
        shell.write("events.yml", GOOD);
        assertThat(refusal("event.yml")).contains("event.yml", "no such file");
    }

    @Test
    void emptyFile() {
        shell.write("empty.yml", "");
        assertThat(refusal("empty.yml")).contains("empty.yml", "empty");
    }

    @Test
    void fileOfBlanksAndComments() {
        shell.write("blank.yml", "# nothing yet\n\n");
        assertThat(refusal("blank.yml")).contains("blank.yml");
    }

    @Test
    void tabInYaml() {
        shell.write("tab.yml", "client:\n\tbase_url: http://127.0.0.1:1\nresources: [events]\n");
        assertThat(refusal("tab.yml")).contains("tab.yml:2:1", "tab");
    }

    @Test
    void unknownKey() {
        shell.write("key.yml", """
                client:
                  base_url: http://127.0.0.1:1
                  paginater: single_page
                resources: [events]
                """);
        assertThat(refusal("key.yml")).contains("key.yml:3:3", "paginater", "paginator");
    }

    @Test
    void unknownKeysAroundTheSourceAndMistakesInsideAreToldTogether() {
        shell.write("all.yml", """
                pipline: shop
                destination: {type: duckdb, pth: a.duckdb}
                source:
                  client: {base_url: http://127.0.0.1:1, hedaers: {}}
                  resources:
                    - {name: a, endpoint: {path: x, paginator: {type: offset, limit: 0}}}
                """);
        assertThat(refusal("all.yml"))
                .contains("all.yml:1:1 pipline", "all.yml:2:29 destination.pth", "did you mean 'headers'?", "limit");
    }

    @Test
    void missingBaseUrl() {
        shell.write("base.yml", "client: {headers: {A: b}}\nresources: [events]\n");
        assertThat(refusal("base.yml")).contains("base.yml:1:9", "base_url");
    }

    @Test
    void missingSecret() {
        shell.write("secret.yml", """
                client:
                  base_url: http://127.0.0.1:1
                  auth: {type: bearer, token: "${secrets.api_token}"}
                resources: [events]
                """);
        assertThat(refusal("secret.yml"))
                .contains("secret.yml:3:", "API_TOKEN", ".headrace/secrets.toml", ".dlt/secrets.toml");
    }

    @Test
    void unknownAuthType() {
        shell.write("auth.yml", """
                client:
                  base_url: http://127.0.0.1:1
                  auth: {type: api_keys, api_key: x}
                resources: [events]
                """);
        assertThat(refusal("auth.yml")).contains("auth.yml:3:", "api_keys", "did you mean 'api_key'", "bearer");
    }

    @Test
    void pythonWithoutConfiguration() {
        shell.write("empty.py", "import dlt\n\nprint('hello')\n");
        assertThat(refusal("empty.py")).contains("empty.py", "rest_api_source");
    }

    @Test
    void pythonThatWouldHaveToBeRun() {
        shell.write("code.py", """
                import os
                from dlt.sources.rest_api import rest_api_source

                source = rest_api_source({
                    "client": {"base_url": os.environ["BASE"]},
                    "resources": [r.lower() for r in NAMES],
                })
                """);
        assertThat(refusal("code.py")).contains("code.py:6:");
    }

    @Test
    void markdownWithoutConfiguration() {
        shell.write("notes.md", "# Notes\n\nNothing to load here.\n");
        assertThat(refusal("notes.md")).contains("notes.md");
    }

    @Test
    void severalConfigurationsAndNoChoice() {
        shell.write("two.md", "# Two\n\n```yaml\n" + GOOD + "```\n\n```yaml\n" + GOOD + "```\n");
        assertThat(refusal("two.md")).contains("two.md", "--select", "4", "9");
    }

    @Test
    void aFolder() throws IOException {
        Files.createDirectory(shell.path("folder.yml"));
        assertThat(refusal("folder.yml")).contains("folder.yml", "folder");
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        byte[] bytes = new byte[5000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Files.write(shell.path("garbage.yml"), bytes);
        assertThat(refusal("garbage.yml")).contains("garbage.yml");
    }

    @Test
    void brokenJson() {
        shell.write("broken.json", "{\"client\": {\"base_url\": \"http://127.0.0.1:1\"},\n \"resources\": [}");
        assertThat(refusal("broken.json")).contains("broken.json:2:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --destination                      | --destination needs a value
            --destination duckdbb:x            | did you mean 'duckdb'
            --destination snowflake://h/d      | Known: duckdb, postgres
            --set client.base_ulr=http://h     | base_url
            --set resources.event.name=x       | events
            --set client                       | client
            --as yml                           | did you mean 'yaml'
            --select 2                         | 2
            --select two                       | whole number
            --resources evnts                  | did you mean 'events'
            --write-disposition upsert         | merge
            --max-table-nesting many           | whole number
            --max-table-nesting -1             | nesting
            --root-key yes                     | true or false
            --naming snake                     | snake_case
            --refresh everything               | drop_data
            --schema-contract frozen           | freeze
            --schema-contract {"columns":      | JSON
            --set retry.max_retries=x          | retry
            second.yml                         | second.yml
            """)
    void callsThatMakeNoSense(String options, String expected) {
        List<String> arguments = new ArrayList<>(List.of("good.yml"));
        arguments.addAll(List.of(options.split(" ")));
        assertThat(refusal(arguments.toArray(String[]::new))).contains(expected);
    }

    @Test
    void unknownOption() {
        assertThat(refusal("run", new String[] {"good.yml", "--jsn"})).contains("--jsn", "did you mean '--json'");
    }

    @Test
    void noFileAtAll() {
        assertThat(refusal()).contains("FILE");
    }

    /** Neither runs nor checks; returns what is told. */
    private String refusal(String... arguments) {
        refusal("check", arguments);
        return refusal("run", arguments);
    }

    private String refusal(String command, String[] arguments) {
        Shell.Output refused = shell.headrace(
                Stream.concat(Stream.of(command), Stream.of(arguments)).toArray(String[]::new));
        assertThat(refused.exit()).as(refused.all()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).startsWith("error: ").doesNotContain("\tat ", "Exception", "null");
        return refused.err();
    }
}
