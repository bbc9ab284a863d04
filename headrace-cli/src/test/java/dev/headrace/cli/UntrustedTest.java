package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a configuration from a stranger gets with {@code --untrusted}: nothing that is the user's. */
class UntrustedTest extends CommandLineTest {

    @BeforeEach
    void open() {
        shell.export("API_TOKEN", "environment-secret");
        shell.write(".headrace/secrets.toml", "api_token = \"file-secret\"\n[sources.rest_api]\ntoken = \"other\"\n");
        api.on("/events", Answer.json("[{\"id\": 1}]"));
    }

    @Test
    void reachesNothingOnThisMachine() {
        shell.write("c.yml", document("client: {base_url: \"" + api.url() + "\"}"));
        Shell.Output output = shell.headrace("run", "c.yml", "--untrusted");
        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.err()).contains("127.0.0.1", "no public address", "--untrusted");
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void reachesThisMachineWithoutTheOption() {
        shell.write("c.yml", document("client: {base_url: \"" + api.url() + "\"}"));
        assertThat(shell.headrace("run", "c.yml").exit()).isZero();
    }

    @Test
    void getsNoTokensFromThisMachine() {
        shell.write(
                "c.yml",
                document("client: {base_url: \"https://example.com\", auth: {type: oauth2_client_credentials,"
                        + " access_token_url: \"" + api.url() + "/token\", client_id: a, client_secret: b}}"));
        Shell.Output output = shell.headrace("run", "c.yml", "--untrusted");
        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.err()).contains("access token", "127.0.0.1", "no public address");
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void findsNoSecretsAndNoVariables() {
        for (String placeholder : new String[] {"secrets.api_token", "config.api_token", "env.API_TOKEN", "env.HOME"}) {
            shell.write(
                    "c.yml",
                    document("client: {base_url: \"https://example.com\", headers: {A: \"${" + placeholder + "}\"}}"));
            Shell.Output output = shell.headrace("check", "c.yml", "--offline", "--untrusted");
            assertThat(output.exit()).isEqualTo(2);
            assertThat(output.err())
                    .contains(placeholder, "is not trusted", "--allow")
                    .doesNotContain("secret\n");
        }
    }

    @Test
    void findsNoCredentialsThatItLeavesOut() {
        shell.write("c.yml", document("client: {base_url: \"https://example.com\", auth: {type: bearer}}"));
        Shell.Output output = shell.headrace("check", "c.yml", "--offline", "--untrusted");
        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.err()).contains("not trusted", "--allow");
    }

    @Test
    void getsWhatIsAllowedByName() {
        shell.write(
                "c.yml",
                document(
                        "client: {base_url: \"https://example.com\", auth: {type: bearer, token: \"${env.API_TOKEN}\"}}"));
        assertThat(shell.headrace("check", "c.yml", "--offline", "--untrusted", "--allow", "API_TOKEN")
                        .exit())
                .isZero();
    }

    @Test
    void readsNoFiles() {
        shell.write("c.yml", document("client: {base_url: \"https://example.com\", tls: {ca: /etc/hostname}}"));
        Shell.Output output = shell.headrace("check", "c.yml", "--offline", "--untrusted");
        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.err()).contains("client.tls.ca", "reads no files");
    }

    @Test
    void doesNotDecideWhereDataGoesTo() {
        shell.write("c.yml", """
                pipeline: prod
                destination: duckdb:/tmp/prod.duckdb
                dataset: main
                refresh: drop_sources
                source:
                  client: {base_url: "https://example.com"}
                  resources: [events]
                """);
        Shell.Output output = shell.headrace("check", "c.yml", "--offline", "--untrusted");
        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.err()).contains("--pipeline", "--destination", "--dataset", "--refresh");
        assertThat(shell.headrace(
                                "check",
                                "c.yml",
                                "--offline",
                                "--untrusted",
                                "--pipeline",
                                "other",
                                "--destination",
                                "duckdb:own.duckdb",
                                "--dataset",
                                "own",
                                "--refresh",
                                "drop_data")
                        .exit())
                .isZero();
    }

    @Test
    void allowingSomethingToATrustedFileMakesNoSense() {
        shell.write("c.yml", document("client: {base_url: \"https://example.com\"}"));
        assertThat(shell.headrace("check", "c.yml", "--offline", "--allow", "X").exit())
                .isEqualTo(2);
    }

    private static String document(String client) {
        return client + "\nresources:\n  - {name: events, endpoint: {path: events, paginator: single_page}}\n";
    }
}
