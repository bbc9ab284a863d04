package dev.headrace.cli.schema;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.config.Suggestions;
import dev.headrace.schema.Hints;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableReference;
import java.util.List;
import java.util.Optional;

/** Finds what an import would lose: keys of a schema document that nothing here reads. All of it at once. */
final class ImportCheck {

    private static final List<String> ROOT = List.of(
            "version",
            "version_hash",
            "engine_version",
            "name",
            "description",
            "tables",
            "settings",
            "normalizers",
            "previous_hashes",
            "imported_version_hash");

    private static final List<String> TABLE = List.of(
            "name",
            "columns",
            "parent",
            "resource",
            "write_disposition",
            "schema_contract",
            "table_format",
            "file_format",
            "description",
            TableReference.KEY,
            "filters");

    private static final List<String> COLUMN = List.of(
            "name",
            "data_type",
            "nullable",
            "description",
            "partition",
            "cluster",
            "sort",
            Hints.PRECISION,
            Hints.SCALE,
            Hints.TIMEZONE,
            Hints.VARIANT,
            Hints.PRIMARY_KEY,
            Hints.MERGE_KEY,
            Hints.UNIQUE,
            Hints.ROW_KEY,
            Hints.PARENT_KEY,
            Hints.ROOT_KEY,
            Hints.HARD_DELETE,
            Hints.DEDUP_SORT,
            Hints.INCREMENTAL);

    private final Problems problems = new Problems();

    private ImportCheck() {}

    /** @param document one that is right as a schema document */
    static void check(ConfigNode document) {
        ImportCheck check = new ImportCheck();
        check.known(document, ROOT);
        ConfigNode tables = document.require("tables");
        tables.keys().forEach(name -> check.table(tables.require(name)));
        document.present("normalizers").ifPresent(check::normalizers);
        check.problems.throwIfAny();
    }

    private void table(ConfigNode table) {
        known(table, TABLE);
        table.present("table_format").ifPresent(node -> oneOf(node, List.of("native")));
        table.present("file_format").ifPresent(node -> oneOf(node, List.of("preferred", "parquet")));
        table.present("columns")
                .ifPresent(columns -> columns.keys().forEach(name -> known(columns.require(name), COLUMN)));
    }

    /** That rows carry the id of their root is told by the tables; anything else would be lost. */
    private void normalizers(ConfigNode normalizers) {
        problems.check(() -> normalizers.requireObject().onlyKeys(List.of("names", "json")));
        Optional<ConfigNode> json = normalizers.present("json");
        json.ifPresent(node -> problems.check(() -> node.requireObject().onlyKeys(List.of("module", "config"))));
        json.flatMap(node -> node.text("module"))
                .filter(module -> !module.endsWith(".relational"))
                .ifPresent(module -> problems.add(json.get()
                        .error(
                                "module",
                                "nested data become tables of their own here; '" + module + "' can't be done")));
        json.flatMap(node -> node.present("config")).ifPresent(this::config);
    }

    private void config(ConfigNode config) {
        config.keys().stream()
                .filter(key -> !key.equals("propagation"))
                .forEach(key -> problems.add(config.error(
                        key,
                        "'" + key + "' can't be imported. Use max_table_nesting and root_key of the configuration")));
        Optional<ConfigNode> propagation = config.present("propagation");
        propagation.ifPresent(node -> problems.check(() -> node.requireObject().onlyKeys(List.of("tables"))));
        propagation
                .flatMap(node -> node.present("tables"))
                .ifPresent(tables -> tables.keys().forEach(table -> rootKeyOnly(tables.require(table))));
    }

    private void rootKeyOnly(ConfigNode fields) {
        fields.keys().stream()
                .filter(key ->
                        !key.equals(SystemColumns.ID) || !fields.text(key).equals(Optional.of(SystemColumns.ROOT_ID)))
                .forEach(key -> problems.add(fields.error(
                        key,
                        "only " + SystemColumns.ID + " is handed down to nested tables, as " + SystemColumns.ROOT_ID)));
    }

    private void known(ConfigNode node, List<String> known) {
        node.keys().stream()
                .filter(key -> !known.contains(key) && !key.startsWith("x-"))
                .forEach(key -> problems.add(node.error(
                        key, "unknown key '" + key + "'" + Suggestions.among(key, "Known", known) + ", x-...")));
    }

    private void oneOf(ConfigNode node, List<String> known) {
        problems.check(() -> {
            if (!known.contains(node.text())) {
                throw node.error("'" + node.text() + "' can't be done. Known: " + String.join(", ", known));
            }
        });
    }
}
