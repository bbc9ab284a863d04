package dev.headrace.engine.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Copies of what a pipeline committed last: {@code state.json} and {@code schemas/<source>.schema.json}. The destination has
 * the originals; the copies can be read without it, and show when it lost them. Files are replaced whole or not at all.
 *
 * @param folder the pipeline's own folder; made when something is written
 */
public record PipelineFiles(Path folder) {

    private static final String SUFFIX = ".schema.json";

    /** The state that was committed last from here. */
    public Optional<StateDocument> state() {
        return read(stateFile()).map(StateDocument::parse);
    }

    /** The schema document that was committed last from here. */
    public Optional<String> schemaDocument(String source) {
        return read(schemaFile(source));
    }

    /** The schema document that was imported last, applied already or by the next run. */
    public Optional<String> importedSchema(String source) {
        return read(importFile(source));
    }

    public void writeImportedSchema(String source, String json) {
        write(importFile(source), json);
    }

    private Path importFile(String source) {
        return file(source, ".import.json");
    }

    /** The names of the sources whose schemas were committed from here, in order. */
    public List<String> sources() {
        Path schemas = schemas();
        if (!Files.isDirectory(schemas)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(schemas)) {
            return found.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> URLDecoder.decode(
                            name.substring(0, name.length() - SUFFIX.length()), StandardCharsets.UTF_8))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + schemas + ": " + e.getMessage(), e);
        }
    }

    public void writeState(StateDocument state) {
        write(stateFile(), state.json());
    }

    public void writeSchemaDocument(String source, String json) {
        write(schemaFile(source), json);
    }

    private Path stateFile() {
        return folder.resolve("state.json");
    }

    private Path schemaFile(String source) {
        return file(source, SUFFIX);
    }

    private Path schemas() {
        return folder.resolve("schemas");
    }

    /** Names of sources may hold characters that file names may not. */
    private Path file(String source, String suffix) {
        return schemas().resolve(URLEncoder.encode(source, StandardCharsets.UTF_8) + suffix);
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String text) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            writeThrough(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void writeThrough(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
