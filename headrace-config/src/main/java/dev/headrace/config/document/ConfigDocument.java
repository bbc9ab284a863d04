package dev.headrace.config.document;

import dev.headrace.config.ConfigNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a document says.
 *
 * @param file as the caller named it
 * @param name the file's name without its suffix, fit for a pipeline's name
 * @param pipeline the name it gives the pipeline
 * @param dataset the name it gives the dataset
 * @param destination a text (a type, or a type with its location such as {@code duckdb:file.duckdb}), or an object with a
 *     {@code type}
 * @param refresh how each run begins anew
 * @param completeness what happens to resources that are not complete and say nothing themselves, a text
 * @param packageCompression how load packages are written, a text
 * @param sourceName the name it gives the source
 * @param source the source's configuration: {@code type} (always there), {@code name}, {@code client},
 *     {@code resources}, {@code resource_defaults}, {@code parallelized}; its path is the root
 * @param sourceOptions an object with those of {@code max_table_nesting}, {@code root_key}, {@code schema_contract} and
 *     {@code naming} that the document gives
 * @param warnings what the user should know, each with its place
 * @param problems unknown keys around the source, each with its place. The document cannot be used when there are any; they
 *     are no exception yet so that the problems inside the source can be told in the same report
 */
public record ConfigDocument(
        Path file,
        String name,
        Optional<String> pipeline,
        Optional<String> dataset,
        Optional<ConfigNode> destination,
        Optional<String> refresh,
        Optional<ConfigNode> completeness,
        Optional<ConfigNode> packageCompression,
        Optional<String> sourceName,
        ConfigNode source,
        ConfigNode sourceOptions,
        List<String> warnings,
        List<String> problems) {

    public ConfigDocument {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
