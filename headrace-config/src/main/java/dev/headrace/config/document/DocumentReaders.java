package dev.headrace.config.document;

import dev.headrace.ConfigException;
import dev.headrace.config.json.JsonReader;
import dev.headrace.config.tree.SourceText;
import dev.headrace.config.tree.Tree;
import dev.headrace.config.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells what kind a document is of, and reads its configuration. */
final class DocumentReaders {

    private DocumentReaders() {}

    static Found read(SourceText text, Optional<DocumentKind> as, OptionalInt select) {
        DocumentKind kind = as.orElseGet(() -> kind(text));
        Tree tree = kind == DocumentKind.JSON ? json(text, as.isPresent()) : YamlReader.read(text);
        if (select.isPresent() && select.getAsInt() != 1) {
            throw new ConfigException(text.name() + ": there is no configuration " + select.getAsInt()
                    + " in this file; a " + kind.label() + " file holds one");
        }
        return new Found(tree, List.of());
    }

    static DocumentKind kind(SourceText text) {
        String start = text.text().stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? DocumentKind.JSON : DocumentKind.YAML;
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
