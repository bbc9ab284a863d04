package dev.headrace.cli.schema;

import dev.headrace.ConfigException;
import dev.headrace.DataException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.tree.ConfigNodes;
import dev.headrace.config.tree.Lookups;
import dev.headrace.config.tree.SourceText;
import dev.headrace.config.tree.Tree;
import dev.headrace.config.yaml.YamlReader;
import dev.headrace.engine.document.PlainValues;
import dev.headrace.engine.document.SchemaContent;
import dev.headrace.engine.document.SchemaDocument;
import dev.headrace.engine.document.VersionHash;
import dev.headrace.json.JsonText;
import dev.headrace.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads schema documents from files, YAML or JSON: those that were exported by dlt or from here, and those written by hand. */
public final class SchemaFile {

    private SchemaFile() {}

    /** Whether the text is meant as a schema document rather than as a configuration. */
    public static boolean isSchema(SourceText text) {
        try {
            return YamlReader.read(text) instanceof Tree.Mapping mapping
                    && mapping.entries().containsKey("tables");
        } catch (ConfigException e) {
            return false;
        }
    }

    /**
     * The document; a version that the file leaves out is 1.
     *
     * @throws ConfigException with all that is wrong, each with its place
     */
    public static SchemaDocument read(SourceText text) {
        ConfigNode root = ConfigNodes.of(YamlReader.read(text), Lookups.none());
        SchemaCheck.check(root);
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("version", 1L);
        document.put("engine_version", (long) Schema.ENGINE_VERSION);
        document.putAll(PlainValues.object(root.value()).orElseThrow());
        document.put("version_hash", VersionHash.ofSchema(document));
        try {
            return SchemaDocument.parse(JsonText.write(document));
        } catch (DataException e) {
            throw new ConfigException(text.name() + ": " + e.message(), e);
        }
    }

    /**
     * The document, for a source.
     *
     * @throws ConfigException also when it is of another source, or sets what can't be done here
     */
    public static SchemaDocument readForImport(SourceText text, String source) {
        SchemaDocument document = read(text);
        ImportCheck.check(ConfigNodes.of(YamlReader.read(text), Lookups.none()));
        SchemaContent content = document.content();
        List<String> problems = new ArrayList<>();
        if (!content.name().equals(source)) {
            problems.add("it is the schema '" + content.name() + "', and the source is '" + source + "'. Write 'name: "
                    + source + "' if it is meant for it");
        }
        SchemaContent usual = SchemaContent.fresh(source);
        content.settings().forEach((key, value) -> {
            if (!key.equals("schema_contract")
                    && !Objects.equals(value, usual.settings().get(key))) {
                problems.add("the setting '" + key + "' can't be changed. Give the columns their types and hints");
            }
        });
        content.tables().values().stream()
                .filter(table -> table.properties().containsKey("filters"))
                .forEach(table -> problems.add("table '" + table.name()
                        + "' has 'filters', which can't be done. Use processing_steps with 'exclude'"));
        if (!content.naming().equals(usual.naming())) {
            problems.add("it is named by '" + content.naming() + "'. Only '" + usual.naming() + "' can be imported");
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.stream()
                    .map(problem -> "Cannot import " + text.name() + ": " + problem)
                    .toList());
        }
        return document;
    }
}
