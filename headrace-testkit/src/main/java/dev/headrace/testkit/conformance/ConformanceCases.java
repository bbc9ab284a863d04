package dev.headrace.testkit.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The cases that come with the testkit. */
public final class ConformanceCases {

    private static final String FOLDER = "/conformance/cases";

    private ConformanceCases() {}

    /** All of them, in the order of area and name. */
    public static List<ConformanceCase> all() throws IOException {
        URI folder = uri();
        if (!folder.getScheme().equals("jar")) {
            return CaseFile.readAll(Path.of(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
            return CaseFile.readAll(jar.getPath(FOLDER));
        }
    }

    private static URI uri() {
        try {
            return Objects.requireNonNull(ConformanceCases.class.getResource(FOLDER), FOLDER)
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
