package dev.headrace.cli.schema;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.config.Suggestions;
import dev.headrace.engine.naming.Naming;
import dev.headrace.schema.ContractMode;
import dev.headrace.schema.DataType;
import java.util.Arrays;
import java.util.List;

/** Finds what is wrong with a schema document, all of it at once. */
final class SchemaCheck {

    private static final List<String> TYPES =
            Arrays.stream(DataType.values()).map(DataType::label).toList();
    private static final List<String> DISPOSITIONS = List.of("append", "replace", "merge", "skip");
    private static final List<String> MODES =
            Arrays.stream(ContractMode.values()).map(ContractMode::label).toList();

    private final Problems problems = new Problems();
    private final Naming naming;

    private SchemaCheck(Naming naming) {
        this.naming = naming;
    }

    static void check(ConfigNode document) {
        document.requireObject();
        Problems first = new Problems();
        first.check(() -> document.require("name").text());
        first.check(() -> document.require("tables").requireObject());
        first.throwIfAny();
        SchemaCheck check = new SchemaCheck(naming(document));
        ConfigNode tables = document.require("tables");
        tables.keys().forEach(name -> check.table(name, tables.require(name)));
        document.present("settings").flatMap(s -> s.present("schema_contract")).ifPresent(check::contract);
        check.problems.throwIfAny();
    }

    private static Naming naming(ConfigNode document) {
        String names = document.present("normalizers")
                .flatMap(normalizers -> normalizers.text("names"))
                .orElse("snake_case");
        return Naming.of(names.substring(names.lastIndexOf('.') + 1), Integer.MAX_VALUE);
    }

    private void table(String name, ConfigNode table) {
        problems.check(table::requireObject);
        name("table", name, table);
        table.present("write_disposition").ifPresent(node -> oneOf(node, DISPOSITIONS));
        table.present("schema_contract").ifPresent(this::contract);
        table.present("columns").ifPresent(columns -> {
            problems.check(columns::requireObject);
            columns.keys().forEach(column -> column(column, columns.require(column)));
        });
    }

    private void column(String name, ConfigNode column) {
        problems.check(column::requireObject);
        name("column", name, column);
        column.present("data_type").ifPresent(node -> oneOf(node, TYPES));
        column.present("nullable").ifPresent(node -> problems.check(node::bool));
        List.of("precision", "scale")
                .forEach(key -> column.present(key).ifPresent(node -> problems.check(node::integer)));
    }

    private void contract(ConfigNode contract) {
        if (contract.kind() == ConfigNode.Kind.OBJECT) {
            problems.check(() -> contract.onlyKeys(List.of("tables", "columns", "data_type")));
            contract.keys().forEach(key -> oneOf(contract.require(key), MODES));
        } else {
            oneOf(contract, MODES);
        }
    }

    private void name(String kind, String name, ConfigNode node) {
        String normalised = naming.path(name);
        if (!normalised.equals(name)) {
            problems.add(node.error("the " + kind + " '" + name + "' has no name of the naming convention '"
                    + naming.name() + "'. Write '" + normalised + "'"));
        }
    }

    private void oneOf(ConfigNode node, List<String> known) {
        problems.check(() -> {
            String text = node.text();
            if (!known.contains(text)) {
                throw node.error("unknown value '" + text + "'" + Suggestions.among(text, "Known", known));
            }
        });
    }
}
