package dev.headrace.bench.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
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

    @Test
    void takesNoClassArchiveThatIsOlderThanItsJars() throws IOException {
        Files.createDirectory(folder.resolve("bin"));
        Files.copy(LAUNCHER, folder.resolve("bin").resolve("headrace"));
        Path driver =
                Files.createFile(Files.createDirectory(folder.resolve("lib")).resolve("duckdb_jdbc-2.jar"));
        Path archive = Files.createFile(folder.resolve("DistributionTest.jsa"));
        Instant later = Instant.now().plusSeconds(60);

        Files.setLastModifiedTime(archive, FileTime.from(later));
        assertThat(commandOf(folder)).contains("-XX:SharedArchiveFile=" + archive);
        Files.setLastModifiedTime(driver, FileTime.from(later.plusSeconds(60)));
        assertThat(commandOf(folder)).contains("-XX:ArchiveClassesAtExit=" + archive);
    }

    private static List<String> commandOf(Path folder) throws IOException {
        return new Distribution(folder).java(DistributionTest.class, folder);
    }
}
