package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what works. */
class ReadmeTest {

    private static final Path ROOT = root();

    @TempDir
    Path temp;

    @Test
    void showsConfigurationsThatAreRight() throws IOException {
        List<String> blocks = blocks("yaml");
        assertThat(blocks).isNotEmpty();
        Shell shell = new Shell(temp);
        for (String block : blocks) {
            shell.write("shown.yml", block);
            Shell.Output checked = shell.headrace("check", "shown.yml", "--offline");
            assertThat(checked.exit()).as(checked.err() + block).isZero();
        }
    }

    @Test
    void showsTheJavaProgramThatIsTested() throws IOException {
        assertThat(blocks("java")).containsExactly(Files.readString(ROOT.resolve("docs/QuickStart.java")));
    }

    @Test
    void showsAJavaProgramThatLoadsAnApi() throws Exception {
        Path classes = Files.createDirectories(temp.resolve("classes"));
        String program = ROOT.resolve("docs/QuickStart.java").toString();
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", ChildProgram.classPath(), "-d", classes.toString(), program);
        assertThat(compiled).isZero();
        try (FakeApi api = FakeApi.start()) {
            String next = "\"" + api.url() + "/pokemon?offset=2\"";
            api.on(
                    "/pokemon",
                    Answer.json("{\"next\": " + next + ", \"results\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}"),
                    Answer.json("{\"next\": null, \"results\": [{\"name\": \"c\"}]}"));
            ChildProgram child = new ChildProgram(new Shell(temp), List.of(classes.toString()));
            Process process = child.start("QuickStart", api.url());
            assertThat(process.waitFor()).as(child.err()).isZero();
            assertThat(child.out()).contains("pokemon");
        }
        assertThat(new Database(temp.resolve("work/pokemon.duckdb"))
                        .rows("SELECT name FROM pokemon_dataset.pokemon ORDER BY name"))
                .containsExactly("a", "b", "c");
    }

    private static List<String> blocks(String language) throws IOException {
        Matcher matcher = Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        List<String> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }
}
