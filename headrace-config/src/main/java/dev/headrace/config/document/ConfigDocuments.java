package dev.headrace.config.document;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.tree.ConfigNodes;
import dev.headrace.config.tree.Lookups;
import dev.headrace.config.tree.SourceText;
import dev.headrace.config.tree.Tree;
import java.nio.file.Path;
import java.util.Optional;

/** Reads configuration documents: YAML, JSON, Python programs (never run), and Markdown that holds any of these. */
public final class ConfigDocuments {

    private ConfigDocuments() {}

    /**
     * Reads one configuration; see {@link ConfigDocument#problems}. Its kind is told by its content, not by its suffix.
     *
     * @throws ConfigException when there is no such file, it cannot be read, or it holds no configuration or several;
     *     values of the source are checked by whoever uses them
     */
    public static ConfigDocument read(Path file, ReadOptions options) {
        SourceText text = DocumentFile.read(file);
        Found found = DocumentReaders.read(text, options.as(), options.select());
        DocumentShape shape = Overrides.apply(options.overrides(), DocumentShape.of(found.configuration()));
        Tree.Mapping source = shape.source();
        Lookups lookups = options.lookups();
        ConfigNode around = ConfigNodes.of(shape.around(), lookups);
        ConfigNode whole = ConfigNodes.of(source, lookups);
        return new ConfigDocument(
                file,
                name(file),
                around.text("pipeline"),
                around.text("dataset"),
                around.present("destination"),
                around.text("refresh"),
                around.present("completeness"),
                around.present("package_compression"),
                whole.text("name"),
                ConfigNodes.of(source.without(DocumentShape.OPTIONS), lookups),
                ConfigNodes.of(source.only(DocumentShape.OPTIONS), lookups),
                found.warnings(),
                shape.problems());
    }

    /**
     * The text of a file.
     *
     * @throws ConfigException when there is no such file, or it is no text in UTF-8
     */
    public static SourceText text(Path file) {
        return DocumentFile.read(file);
    }

    /** The file's name without its last suffix; what a pipeline's name cannot hold becomes an underscore. */
    private static String name(Path file) {
        String name =
                Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String clean = stem.replaceAll("[^\\p{Alnum}_-]+", "_");
        return clean.isEmpty() ? "pipeline" : clean;
    }
}
