package dev.headrace.bench.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {

    private static final Path LAUNCHER = Path.of("..", "headrace-cli", "src", "main", "launcher", "headrace");

    @TempDir
    private Path folder;

    /** Others are started with them; a word that only the shell understands would go to Java as it stands. */
    @Test
    void readsTheOptionsOfJavaFromTheLauncher() throws IOException {
        Files.createDirectory(folder.resolve("bin"));
        Files.copy(LAUNCHER, folder.resolve("bin").resolve("headrace"));

        assertThat(new Distribution(folder).flags())
                .contains("-XX:+UseSerialGC")
                .allSatisfy(option -> assertThat(option).startsWith("-X").doesNotContain("$"));
    }
}
