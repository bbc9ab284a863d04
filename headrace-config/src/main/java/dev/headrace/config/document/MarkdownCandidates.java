package dev.headrace.config.document;

import dev.headrace.config.json.JsonReader;
import dev.headrace.config.markdown.FencedBlock;
import dev.headrace.config.markdown.FencedBlocks;
import dev.headrace.config.tree.SourceText;
import dev.headrace.config.tree.Tree;
import dev.headrace.config.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The configurations in the fenced blocks of a Markdown document; prose is none. */
final class MarkdownCandidates {

    private static final Pattern PYTHON =
            Pattern.compile("\\brest_api_(?:source|resources)\\s*\\(|\\bRESTAPIConfig\\b");
    private static final Pattern CLIENT = Pattern.compile("^\\s*\\{?\\s*\"?client\"?\\s*:", Pattern.MULTILINE);
    private static final Pattern RESOURCES = Pattern.compile("\"?resources\"?\\s*:");
    private static final Set<String> YAML_OR_JSON = Set.of("", "yaml", "yml", "json", "jsonc", "text", "txt");

    private MarkdownCandidates() {}

    static List<Candidate> find(SourceText document) {
        List<Candidate> found = new ArrayList<>();
        for (FencedBlock block : FencedBlocks.find(document)) {
            SourceText source = block.source();
            if (PYTHON.matcher(source.text()).find()) {
                found.addAll(DocumentReaders.python(source));
            } else if (isConfiguration(block)) {
                found.add(new Candidate(source.place(block.line() + 1, 1), () -> new Found(tree(source), List.of())));
            }
        }
        return found;
    }

    private static boolean isConfiguration(FencedBlock block) {
        String text = block.source().text();
        return YAML_OR_JSON.contains(block.language())
                && CLIENT.matcher(text).find()
                && RESOURCES.matcher(text).find();
    }

    private static Tree tree(SourceText source) {
        return source.text().stripLeading().startsWith("{") ? JsonReader.read(source) : YamlReader.read(source);
    }
}
