package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {

    private static final Path LAUNCHER = Path.of("src/main/launcher/headrace");

    @TempDir
    private Path folder;

    /** The words with which the launcher calls Java. */
    private List<String> javaFor(String... words) throws IOException {
        Path launcher = Files.copy(
                LAUNCHER, Files.createDirectories(folder.resolve("bin")).resolve("headrace"));
        Files.createDirectories(folder.resolve("lib"));
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder started = new ProcessBuilder(command);
        started.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        started.environment().remove("HEADRACE_JAVA_OPTIONS");
        Process process = started.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** The last one counts. */
    private static String heap(List<String> words) {
        return words.stream()
                .filter(word -> word.startsWith("-Xmx"))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static CommandLine parsed(String... words) throws ParseException {
        return DefaultParser.builder()
                .get()
                .parse(MemoryChoice.addTo(new CommandOptions()).forParser(), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run a.yml --memory small", "run --memory=small a.yml"})
    void smallMeansASmallHeap(String words) throws IOException {
        assertThat(heap(javaFor(words.split(" ")))).isEqualTo("-Xmx64m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run a.yml", "run a.yml --memory default", "run small", "run memory small"})
    void everythingElseMeansTheUsualOne(String words) throws IOException {
        assertThat(heap(javaFor(words.split(" ")))).isEqualTo("-Xmx1g");
    }

    @Test
    void aHeapThatIsNotSmallIsTold() throws ParseException {
        assertThat(MemoryChoice.warning(parsed("--memory", "small"), 1L << 30))
                .hasValueSatisfying(text -> assertThat(text).contains("1024 MB", "-Xmx64m"));
        assertThat(MemoryChoice.warning(parsed("--memory", "small"), 64L << 20)).isEmpty();
        assertThat(MemoryChoice.warning(parsed("--memory", "default"), 1L << 30))
                .isEmpty();
        assertThat(MemoryChoice.warning(parsed(), 1L << 30)).isEmpty();
    }

    @Test
    void otherSizesAreRefused() throws ParseException {
        CommandLine tiny = parsed("--memory", "tiny");

        assertThatThrownBy(() -> MemoryChoice.warning(tiny, 1L << 30))
                .isInstanceOf(WrongCallException.class)
                .hasMessage("--memory takes default or small, not 'tiny'.");
    }
}
