package dev.headrace.cli;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.tree.ConfigNodes;
import dev.headrace.config.tree.Lookups;
import dev.headrace.config.tree.Place;
import dev.headrace.engine.Pipeline;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonTree;
import dev.headrace.load.PackageCompression;
import dev.headrace.rest.definition.TableOptions;
import java.util.List;
import java.util.Optional;

/** Options of a run that are not part of the source's configuration: those of the call win over those of the document. */
final class PipelineOverrides {

    private final LoadOptions options;
    private final ConfigNode document;

    PipelineOverrides(LoadOptions options, ConfigNode document) {
        this.options = options;
        this.document = document;
    }

    void applyTo(Pipeline pipeline) {
        pipeline.resources(options.backfill().isPresent() ? List.of() : options.resources());
        options.text("naming").or(() -> document.text("naming")).ifPresent(pipeline::naming);
        nesting().ifPresent(pipeline::maxTableNesting);
        options.truth("root-key")
                .or(() -> document.present("root_key").map(ConfigNode::bool))
                .ifPresent(pipeline::rootKey);
        option("source-schema-contract")
                .or(() -> document.present("schema_contract"))
                .map(TableOptions::contract)
                .ifPresent(pipeline::sourceSchemaContract);
        option("schema-contract").map(TableOptions::contract).ifPresent(pipeline::schemaContract);
        option("completeness").map(TableOptions::completeness).ifPresent(pipeline::completenessOfAll);
        option("package-compression").map(PipelineOverrides::compression).ifPresent(pipeline::packageCompression);
        option("deletes").map(TableOptions::deletes).ifPresent(pipeline::deletesOfAll);
        option("write-disposition").map(TableOptions::disposition).ifPresent(pipeline::writeDisposition);
        document.present("on_bad_row").map(TableOptions::onBadRow).ifPresent(pipeline::sourceOnBadRow);
        option("on-bad-row").map(TableOptions::onBadRow).ifPresent(pipeline::onBadRow);
    }

    /** How load packages are to be compressed, as a file or a call says it. */
    static PackageCompression compression(ConfigNode node) {
        return node.choice("compression", PackageCompression.values(), PackageCompression::label);
    }

    private Optional<Integer> nesting() {
        return options.integer("max-table-nesting")
                .or(() -> document.present("max_table_nesting").map(node -> Math.toIntExact(node.integer())));
    }

    private Optional<ConfigNode> option(String name) {
        return options.text(name).map(text -> option("--" + name, text));
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
        return ConfigNodes.of(ConfigNodes.tree(value, Place.of(name)), Lookups.none());
    }
}
