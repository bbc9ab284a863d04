package dev.headrace.cli;

import dev.headrace.ConfigException;
import dev.headrace.config.Suggestions;
import dev.headrace.config.document.DocumentKind;
import dev.headrace.config.document.ReadOptions;
import dev.headrace.config.tree.Lookups;
import dev.headrace.rest.limit.DurationText;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.cli.CommandLine;

/**
 * What to load and where to: the options that every command takes which reads a configuration.
 *
 * @param wordsBefore operands that stand before the file, such as an action
 */
record LoadOptions(CommandLine parsed, int wordsBefore) {

    /** The operands are the file alone. */
    LoadOptions(CommandLine parsed) {
        this(parsed, 0);
    }

    static CommandOptions all() {
        return place().value("resources", "A,B", "Only these resources.")
                .value("write-disposition", "D", "append, replace, merge or skip; overrides what resources say.")
                .value("refresh", "MODE", "drop_sources, drop_resources or drop_data: begins anew with what is loaded.")
                .value("max-table-nesting", "N", "Levels of nesting that become tables and columns.")
                .value("root-key", "BOOL", "true: nested tables carry the id of their root row.")
                .value("schema-contract", "JSON", "A mode (evolve, freeze, discard_row, discard_value) or an object.")
                .value("source-schema-contract", "JSON", "The same for the source; resources override it.")
                .value("completeness", "RULE", "strict: a run fails when not all came or was stored. Default: report.")
                .value("on-bad-row", "WHAT", "fail (default) or quarantine: records that can't be written go aside.")
                .value(
                        "deletes",
                        "RULE",
                        "none, soft or hard: what becomes of rows that are gone; overrides resources.")
                .value(
                        "package-compression",
                        "HOW",
                        "zstd: load packages of a quarter of the size, more CPU. Default: none.")
                .value("naming", "NAME", "Naming convention: snake_case (default), direct, sql_cs_v1, ...");
    }

    /** The options that say which configuration is meant, and where its pipeline and its tables are. */
    static CommandOptions place() {
        return new CommandOptions()
                .value("pipeline", "NAME", "Name of the pipeline. Default: the file's.")
                .value("dataset", "NAME", "Dataset to load into. Default: PIPELINE_dataset.")
                .value(
                        "destination",
                        "SPEC",
                        "duckdb (default), duckdb:path/to.duckdb, or postgres://USER@HOST:PORT/DATABASE.")
                .value("pipelines-dir", "DIR", "Where packages and state are kept. Default: .headrace/pipelines.")
                .value(
                        "set",
                        "PATH=VALUE",
                        "Overrides a value: client.base_url=..., resources.events.endpoint.path=..., dataset=...")
                .flag("untrusted", "The file is a stranger's: no files, no secrets of yours, public addresses only.")
                .value("allow", "NAME", "With --untrusted: a secret, setting or variable that the file may have.")
                .value("as", "KIND", "Reads the file as yaml, json, python or markdown. Default: told by its content.")
                .value("select", "N", "Which configuration of a document that holds several.");
    }

    /** The configuration file. */
    String file() {
        List<String> all = parsed.getArgList();
        List<String> operands = all.subList(Math.min(wordsBefore, all.size()), all.size());
        if (operands.size() != 1) {
            String found = operands.isEmpty() ? "none was given" : "found " + String.join(", ", operands);
            throw new WrongCallException("One configuration FILE is needed, " + found + ".");
        }
        return operands.get(0);
    }

    Optional<String> text(String option) {
        return CommandOptions.text(parsed, option);
    }

    Optional<Integer> integer(String option) {
        return CommandOptions.integer(parsed, option);
    }

    Optional<Boolean> truth(String option) {
        return CommandOptions.truth(parsed, option);
    }

    List<String> overrides() {
        return CommandOptions.texts(parsed, "set");
    }

    /** Whether somebody else wrote the configuration. */
    boolean untrusted() {
        return parsed.hasOption("untrusted");
    }

    /** The names of what a configuration that is not trusted may have. */
    List<String> allowed() {
        return CommandOptions.texts(parsed, "allow");
    }

    /** The range to load, from and to; empty when everything new is wanted. */
    Optional<List<String>> backfill() {
        return text("backfill").map(range -> {
            int dots = range.indexOf("..");
            if (dots < 1 || dots + 2 == range.length()) {
                throw new WrongCallException("--backfill takes a range such as 2024-01-01..2024-02-01, not '" + range
                        + "'. What has the second value is not loaded.");
            }
            return List.of(range.substring(0, dots), range.substring(dots + 2));
        });
    }

    /** How long to wait for what others have. */
    Duration patience() {
        return text("wait").map(LoadOptions::duration).orElse(Duration.ZERO);
    }

    private static Duration duration(String text) {
        return DurationText.parse(text)
                .orElseThrow(() ->
                        new WrongCallException("--wait takes a time such as 30s, 10m or 1h30m, not '" + text + "'."));
    }

    /** The names after {@code --resources}; empty when all are wanted. */
    List<String> resources() {
        return text("resources").map(names -> List.of(names.split(","))).orElse(List.of());
    }

    /** The pipelines' folder as it was written. */
    String pipelinesDirectory() {
        return text("pipelines-dir").orElse(".headrace/pipelines");
    }

    /** How the configuration is to be read. */
    ReadOptions readOptions(Lookups lookups) {
        return new ReadOptions(kind(), selected(), overrides(), lookups);
    }

    private Optional<DocumentKind> kind() {
        Optional<String> kind = text("as");
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        List<String> known =
                Arrays.stream(DocumentKind.values()).map(DocumentKind::label).toList();
        int index = known.indexOf(kind.get());
        if (index < 0) {
            throw new ConfigException(
                    "--as: there is no kind '" + kind.get() + "'" + Suggestions.among(kind.get(), "Known", known));
        }
        return Optional.of(DocumentKind.values()[index]);
    }

    private OptionalInt selected() {
        return integer("select").map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
