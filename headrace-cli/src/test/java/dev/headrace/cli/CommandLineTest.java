package dev.headrace.cli;

import dev.headrace.testkit.api.FakeApi;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Has somebody who types commands, and an API that they can load; both are new for each test. */
abstract class CommandLineTest {

    @TempDir
    Path temp;

    @AutoClose
    final FakeApi api = FakeApi.start();

    Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(temp);
    }
}
