package dev.headrace.engine.loadpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headrace.DataException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir
    private Path folder;

    @Test
    void keepsTheFolderForOneRunOfTheProcess() {
        try (PackageStore store = Packages.open(folder)) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> Packages.open(folder))
                    .withMessageContaining("another run in this process is running it")
                    .withMessageContaining("--pipeline");
            assertThat(store.pending()).isEmpty();
        }

        Packages.open(folder).close();
    }

    @Test
    void keepsTheFolderForOneProcessUntilThatIsKilled() throws IOException, InterruptedException {
        Process other = LockHolder.start(folder);
        try {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> Packages.open(folder))
                    .withMessageContaining("process " + other.pid() + " is running it");
            assertThat(folder.resolve("packages/new")).isNotEmptyDirectory();
        } finally {
            other.destroyForcibly().waitFor();
        }

        Packages.open(folder).close();
        assertThat(folder.resolve("packages/new")).isEmptyDirectory();
    }
}
