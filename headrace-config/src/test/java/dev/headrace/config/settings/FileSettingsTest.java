package dev.headrace.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.Redactor;
import dev.headrace.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSettingsTest {

    @TempDir
    Path folder;

    private Path work;
    private Path home;
    private final Redactor redactor = new Redactor();

    @BeforeEach
    void makeFolders() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        home = Files.createDirectory(folder.resolve("home"));
    }

    private FileSettings settings(Map<String, String> environment) {
        return FileSettings.of(work, home, environment, redactor);
    }

    private static void write(Path directory, String file, String content) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    @Test
    void findsAPathInTheEnvironmentInUpperCaseWithDoubleUnderscores() {
        assertThat(settings(Map.of("A__B_C", "v")).find(List.of("a.b_c"))).contains("v");
    }

    @Test
    void findsAPlainNameInTheEnvironmentAsItIsToo() {
        assertThat(settings(Map.of("my_key", "v")).find(List.of("my_key"))).contains("v");
        assertThat(settings(Map.of("MY_KEY", "V", "my_key", "v")).find(List.of("my_key")))
                .contains("V");
    }

    @Test
    void prefersTheEnvironmentThenSecretsThenConfig() throws IOException {
        write(work, ".dlt/config.toml", "k = \"config\"\n[a]\nk = \"specific\"\n");
        assertThat(settings(Map.of()).find(List.of("k"))).contains("config");
        write(home, ".dlt/secrets.toml", "k = \"home\"\n");
        assertThat(settings(Map.of()).find(List.of("a.k", "k"))).contains("home");
        write(work, ".dlt/secrets.toml", "k = \"dlt\"\n");
        assertThat(settings(Map.of()).find(List.of("k"))).contains("dlt");
        write(work, ".headrace/secrets.toml", "k = \"headrace\"\n");
        assertThat(settings(Map.of()).find(List.of("k"))).contains("headrace");
        assertThat(settings(Map.of("K", "env")).find(List.of("a.k", "k"))).contains("env");
    }

    @Test
    void triesPathsInTheOrderGiven() throws IOException {
        write(work, ".dlt/secrets.toml", "[credentials]\ntoken = \"d\"\n[sources.credentials]\ntoken = \"c\"\n");
        List<String> paths =
                List.of("sources.rest_api.credentials.token", "sources.credentials.token", "credentials.token");
        assertThat(settings(Map.of()).find(paths)).contains("c");
    }

    @Test
    void asksThePipelinesSectionAtEveryPlaceBeforeTheCommonOnes() throws IOException {
        write(work, ".dlt/config.toml", "[pipe]\nk = \"of the pipeline\"\n");
        FileSettings settings = settings(Map.of("K", "common"));
        assertThat(settings.forPipeline("pipe").find(List.of("k"))).contains("of the pipeline");
        assertThat(settings.find(List.of("k"))).contains("common");
    }

    @Test
    void givesNumbersTruthValuesAndListsAsTheirText() throws IOException {
        write(work, ".dlt/config.toml", "a = 5\nb = true\nc = 1.5\nd = [1, 2]\n[e]\nf = 1\n");
        FileSettings settings = settings(Map.of());
        assertThat(settings.find(List.of("a"))).contains("5");
        assertThat(settings.find(List.of("b"))).contains("true");
        assertThat(settings.find(List.of("c"))).contains("1.5");
        assertThat(settings.find(List.of("d")).orElseThrow().replaceAll("\\s", ""))
                .isEqualTo("[1,2]");
        assertThat(settings.find(List.of("e"))).isEmpty();
    }

    @Test
    void teachesTheRedactorEverySecretItFinds() {
        assertThat(settings(Map.of("TOKEN", "s3cr3t")).findSecret(List.of("token")))
                .contains(Secret.of("s3cr3t"));
        assertThat(redactor.redact("a s3cr3t")).isEqualTo("a ***");
    }

    @Test
    void warnsOfASecretInConfigToml() throws IOException {
        write(work, ".dlt/config.toml", "token = \"s3cr3t\"\n");
        FileSettings settings = settings(Map.of());
        assertThat(settings.findSecret(List.of("token"))).isPresent();
        assertThat(settings.warnings())
                .containsExactly("A secret (token) stands in " + work.resolve(".dlt/config.toml")
                        + "; move it to secrets.toml beside it, which is not shared");
    }

    @Test
    void listsEveryPlaceInTheOrderTried() throws IOException {
        write(work, ".dlt/secrets.toml", "");
        assertThat(settings(Map.of()).places(List.of("a.k", "k")))
                .containsExactly(
                        "environment variable A__K",
                        "environment variable K",
                        work.resolve(".headrace/secrets.toml") + " (no such file)",
                        work.resolve(".dlt/secrets.toml") + ": a.k, k",
                        home.resolve(".headrace/secrets.toml") + " (no such file)",
                        home.resolve(".dlt/secrets.toml") + " (no such file)",
                        work.resolve(".headrace/config.toml") + " (no such file)",
                        work.resolve(".dlt/config.toml") + " (no such file)",
                        home.resolve(".headrace/config.toml") + " (no such file)",
                        home.resolve(".dlt/config.toml") + " (no such file)");
    }

    @Test
    void tellsWhereATomlFileIsWrongWithoutShowingValues() throws IOException {
        write(work, ".dlt/secrets.toml", "a = 1\napi_key = s3cr3t\n");
        assertThatThrownBy(() -> settings(Map.of()).find(List.of("x")))
                .hasMessageStartingWith(work.resolve(".dlt/secrets.toml") + ":2:11: cannot read this as TOML: ")
                .hasMessageNotContaining("s3cr3t");
    }
}
