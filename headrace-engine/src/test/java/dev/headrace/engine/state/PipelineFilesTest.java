package dev.headrace.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineFilesTest {

    @TempDir
    private Path folder;

    private PipelineFiles files;

    @BeforeEach
    void openFolder() {
        files = new PipelineFiles(folder.resolve("pipelines/shop"));
    }

    @Test
    void knowsNothingBeforeTheFirstCommit() {
        assertThat(files.state()).isEmpty();
        assertThat(files.schemaDocument("rest_api")).isEmpty();
    }

    @Test
    void readsWhatWasWrittenLast() {
        StateDocument first = StateDocument.unknown().changedTo(Map.of("a", 1L));
        files.writeState(first);
        files.writeState(first.changedTo(Map.of("a", 2L)));
        files.writeSchemaDocument("../rest api", "{}");

        assertThat(files.state()).contains(first.changedTo(Map.of("a", 2L)));
        assertThat(files.schemaDocument("../rest api")).contains("{}");
        assertThat(folder.resolve("pipelines/shop/schemas")).isDirectoryContaining(Files::isRegularFile);
    }

    @Test
    void leavesNoTemporaryFile() {
        files.writeState(StateDocument.unknown().changedTo(Map.of("a", 1L)));

        assertThat(folder.resolve("pipelines/shop")).isDirectoryNotContaining("glob:**.tmp");
    }
}
