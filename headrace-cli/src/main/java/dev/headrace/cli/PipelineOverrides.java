package dev.headrace.cli;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.tree.ConfigNodes;
import dev.headrace.engine.Pipeline;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonTree;
import dev.headrace.rest.definition.TableOptions;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Options of a run that are not part of the source's configuration: those of the call win over those of the document. */
final class PipelineOverrides {

    private final LoadOptions options;
    private final ConfigNode document;

    PipelineOverrides(LoadOptions options, ConfigNode document) {
        this.options = options;
        this.document = document;
    }

    void applyTo(Pipeline pipeline) {
        refuseRefresh();
        ifGiven(options.resources, pipeline::resources);
        ifGiven(options.naming == null ? document.text("naming").orElse(null) : options.naming, pipeline::naming);
        ifGiven(nesting(), pipeline::maxTableNesting);
        ifGiven(rootKey(), pipeline::rootKey);
        sourceContract().map(TableOptions::contract).ifPresent(pipeline::sourceSchemaContract);
        contract(options.schemaContract, "--schema-contract")
                .map(TableOptions::contract)
                .ifPresent(pipeline::schemaContract);
        disposition().map(TableOptions::disposition).ifPresent(pipeline::writeDisposition);
    }

    private void refuseRefresh() {
        if (options.refresh != null) {
            throw new ConfigException("--refresh " + options.refresh + " is not supported by this version."
                    + " To load everything anew, delete the dataset or load into another one with --dataset.");
        }
    }

    private @Nullable Integer nesting() {
        return options.maxTableNesting != null
                ? options.maxTableNesting
                : document.present("max_table_nesting")
                        .map(node -> Math.toIntExact(node.integer()))
                        .orElse(null);
    }

    private @Nullable Boolean rootKey() {
        return options.rootKey != null
                ? options.rootKey
                : document.present("root_key").map(ConfigNode::bool).orElse(null);
    }

    private Optional<ConfigNode> sourceContract() {
        return contract(options.sourceSchemaContract, "--source-schema-contract")
                .or(() -> document.present("schema_contract"));
    }

    private Optional<ConfigNode> disposition() {
        return Optional.ofNullable(options.writeDisposition).map(text -> option("--write-disposition", text));
    }

    private static Optional<ConfigNode> contract(@Nullable String text, String option) {
        return Optional.ofNullable(text).map(given -> option(option, given));
    }

    /** An option whose value is a plain word, or JSON. */
    private static ConfigNode option(String name, String text) {
        Object value = text;
        if (text.stripLeading().startsWith("{")) {
            try {
                value = JsonTree.parse(text).toJava();
            } catch (JsonSyntaxException e) {
                throw new ConfigException(name + ": the value is no JSON: " + e.getMessage(), e);
            }
        }
        return ConfigNodes.of(Collections.singletonMap(name, value)).require(name);
    }

    private static <T> void ifGiven(@Nullable T value, Consumer<T> use) {
        if (value != null) {
            use.accept(value);
        }
    }
}
