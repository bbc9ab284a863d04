package dev.headrace.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say what to load and where to; the same for every command that reads a configuration. */
final class LoadOptions {

    @Parameters(
            paramLabel = "FILE",
            description = "The configuration: YAML, JSON, Python or Markdown, told by its content.")
    String file = "";

    @Option(names = "--pipeline", paramLabel = "NAME", description = "Name of the pipeline. Default: the file's.")
    @Nullable
    String pipeline;

    @Option(names = "--dataset", paramLabel = "NAME", description = "Dataset to load into. Default: PIPELINE_dataset.")
    @Nullable
    String dataset;

    @Option(
            names = "--destination",
            paramLabel = "SPEC",
            description = "A type (duckdb), or a type with its location (duckdb:path/to.duckdb). Default: duckdb.")
    @Nullable
    String destination;

    @Option(
            names = "--pipelines-dir",
            paramLabel = "DIR",
            description = "Where packages and state are kept. Default: .headrace/pipelines.")
    @Nullable
    String pipelinesDirectory;

    @Option(names = "--resources", paramLabel = "NAME", split = ",", description = "Only these resources: a,b")
    @Nullable
    List<String> resources;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Overrides a value, such as client.base_url=... or resources.events.endpoint.path=...")
    List<String> overrides = List.of();

    @Option(names = "--as", paramLabel = "KIND", description = "Reads the file as yaml, json, python or markdown.")
    @Nullable
    String kind;

    @Option(names = "--select", paramLabel = "N", description = "Which configuration of a document that holds several.")
    @Nullable
    Integer select;

    @Option(
            names = "--write-disposition",
            paramLabel = "D",
            description = "append, replace, merge or skip; overrides what resources say.")
    @Nullable
    String writeDisposition;

    @Option(names = "--refresh", paramLabel = "MODE", description = "drop_sources, drop_resources or drop_data.")
    @Nullable
    String refresh;

    @Option(
            names = "--max-table-nesting",
            paramLabel = "N",
            description = "How many levels of nesting become tables and columns; resources override it.")
    @Nullable
    Integer maxTableNesting;

    @Option(
            names = "--root-key",
            paramLabel = "true|false",
            arity = "1",
            description = "Whether nested tables carry the id of their root row; resources override it.")
    @Nullable
    Boolean rootKey;

    @Option(
            names = "--schema-contract",
            paramLabel = "JSON",
            description = "A mode (evolve, freeze, discard_row, discard_value) or an object; overrides resources.")
    @Nullable
    String schemaContract;

    @Option(
            names = "--source-schema-contract",
            paramLabel = "JSON",
            description = "The same for the source; resources override it.")
    @Nullable
    String sourceSchemaContract;

    @Option(
            names = "--naming",
            paramLabel = "NAME",
            description = "Naming convention: snake_case, direct, sql_cs_v1, ...")
    @Nullable
    String naming;

    Optional<String> pipelineName() {
        return Optional.ofNullable(pipeline);
    }

    Optional<String> datasetName() {
        return Optional.ofNullable(dataset);
    }

    OptionalInt selected() {
        return select == null ? OptionalInt.empty() : OptionalInt.of(select);
    }
}
