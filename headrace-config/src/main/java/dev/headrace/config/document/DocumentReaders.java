package dev.headrace.config.document;

import dev.headrace.ConfigException;
import dev.headrace.config.json.JsonReader;
import dev.headrace.config.markdown.FencedBlocks;
import dev.headrace.config.python.PythonReader;
import dev.headrace.config.tree.SourceText;
import dev.headrace.config.tree.Tree;
import dev.headrace.config.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells what kind a document is of, and reads its configuration. */
final class DocumentReaders {

    /** An import, a definition, a decorator, a call, or a dict or list given to a variable, at the start of a line. */
    private static final Pattern PYTHON = Pattern.compile(
            "^(?:import\\s+[\\w.]+(?:\\s+as\\s+\\w+)?(?:\\s*,.*)?\\s*(?:#.*)?"
                    + "|from\\s+[\\w.]+\\s+import\\s.*"
                    + "|(?:async\\s+)?def\\s+\\w+\\s*\\(.*|class\\s+\\w+\\s*(?:\\(.*)?:.*|@[A-Za-z_][\\w.]*\\s*(?:\\(.*)?"
                    + "|(?:\\w+\\s*(?::\\s*[\\w.\\[\\], ]+)?\\s*=\\s*)?[A-Za-z_][\\w.]*\\(.*"
                    + "|\\w+\\s*(?::\\s*[\\w.\\[\\], ]+)?\\s*=\\s*[\\[{].*)$",
            Pattern.MULTILINE);

    private static final Pattern YAML =
            Pattern.compile("^(?:client|resources|source|pipeline)\\s*:", Pattern.MULTILINE);

    /** What stands between two lines of three dashes at the start of a Markdown document describes the document. */
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---[ \\t]*\\R(?:.*\\R)*?---[ \\t]*(?:\\R|\\z)");

    private static final String OTHER_KINDS = "--as yaml|json|python|markdown forces another kind";

    private DocumentReaders() {}

    static Found read(SourceText text, Optional<DocumentKind> as, OptionalInt select) {
        DocumentKind kind = as.orElseGet(() -> kind(text));
        return switch (kind) {
            case JSON -> single(text, kind, select, json(text, as.isPresent()));
            case YAML -> single(text, kind, select, yaml(text, as.isPresent()));
            case PYTHON ->
                select(
                        text,
                        python(text),
                        select,
                        "This Python program has no configuration: " + PythonReader.LOOKED_FOR + " was looked for");
            case MARKDOWN ->
                select(
                        text,
                        MarkdownCandidates.find(text),
                        select,
                        "This Markdown document has no"
                                + " configuration: a fenced block was looked for that holds " + PythonReader.LOOKED_FOR
                                + ", or YAML or JSON with client and resources");
        };
    }

    static DocumentKind kind(SourceText text) {
        String start = text.text().stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return DocumentKind.JSON;
        }
        boolean fenced = text.text().contains("```") || text.text().contains("~~~");
        String outside = fenced ? withoutFrontMatter(FencedBlocks.outside(text)) : text.text();
        if (fenced
                && !FencedBlocks.find(text).isEmpty()
                && !YAML.matcher(outside).find()) {
            return DocumentKind.MARKDOWN;
        }
        return PYTHON.matcher(outside).find() ? DocumentKind.PYTHON : DocumentKind.YAML;
    }

    private static String withoutFrontMatter(String markdown) {
        return FRONT_MATTER.matcher(markdown).replaceFirst("");
    }

    /** What is YAML only because it is nothing else: where that leads nowhere, the message names the kinds. */
    private static Tree yaml(SourceText text, boolean certain) {
        if (certain || YAML.matcher(text.text()).find()) {
            return YamlReader.read(text);
        }
        Tree tree;
        try {
            tree = YamlReader.read(text);
        } catch (ConfigException notYaml) {
            throw new ConfigException(notYaml.getMessage() + "\n" + nothingFound(text), notYaml);
        }
        if (tree instanceof Tree.Mapping) {
            return tree;
        }
        throw new ConfigException(tree.place() + ": expected an object with 'client' and 'resources', found "
                + tree.kind().description() + "\n" + nothingFound(text));
    }

    private static String nothingFound(SourceText text) {
        return text.name()
                + ": no configuration was found. Looked for YAML or JSON with client and resources (or source),"
                + " a Python program with " + PythonReader.LOOKED_FOR + ", and fenced blocks of Markdown with any of"
                + " these. " + OTHER_KINDS;
    }

    /** The configurations of a program. */
    static List<Candidate> python(SourceText text) {
        return PythonReader.find(text).stream()
                .map(found -> new Candidate(found.place(), () -> {
                    var result = found.reading().get();
                    return new Found(result.tree(), result.warnings());
                }))
                .toList();
    }

    private static Found single(SourceText text, DocumentKind kind, OptionalInt select, Tree tree) {
        if (select.isPresent() && select.getAsInt() != 1) {
            throw new ConfigException(text.name() + ": there is no configuration " + select.getAsInt() + "; a "
                    + kind.label() + " file holds one");
        }
        return new Found(tree, List.of());
    }

    private static Found select(SourceText text, List<Candidate> found, OptionalInt select, String none) {
        if (found.isEmpty()) {
            throw new ConfigException(text.name() + ": " + none + ". " + OTHER_KINDS);
        }
        if (found.size() > 1 && select.isEmpty()) {
            throw new ConfigException(
                    text.name() + ": there are " + found.size() + " configurations, starting in lines " + lines(found)
                            + "; choose one with --select 1 to --select " + found.size());
        }
        int number = select.orElse(1);
        if (number < 1 || number > found.size()) {
            throw new ConfigException(text.name() + ": there is no configuration " + number + "; there "
                    + (found.size() == 1 ? "is 1, in line " : "are " + found.size() + ", in lines ") + lines(found));
        }
        return found.get(number - 1).reading().get();
    }

    private static String lines(List<Candidate> found) {
        return found.stream()
                .map(candidate -> String.valueOf(candidate.place().line()))
                .collect(Collectors.joining(", "));
    }

    /** What looks like JSON may be YAML in braces; when it is neither, JSON's complaint is the better one. */
    private static Tree json(SourceText text, boolean certain) {
        try {
            return JsonReader.read(text);
        } catch (ConfigException notJson) {
            if (certain) {
                throw notJson;
            }
            try {
                return YamlReader.read(text);
            } catch (ConfigException notYaml) {
                throw notJson;
            }
        }
    }
}
