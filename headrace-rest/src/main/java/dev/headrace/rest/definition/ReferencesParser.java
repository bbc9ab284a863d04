package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.schema.TableReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code references}: which columns of a table hold values of columns of other tables. */
final class ReferencesParser {

    private static final List<String> KEYS =
            List.of("columns", "referenced_table", "referenced_columns", "label", "cardinality");

    private ReferencesParser() {}

    static List<TableReference> parse(ConfigNode references) {
        return references.requireKind(Kind.LIST).elements().stream()
                .map(ReferencesParser::reference)
                .toList();
    }

    private static TableReference reference(ConfigNode reference) {
        return JavaNode.component(reference, TableReference.class).orElseGet(() -> described(reference));
    }

    private static TableReference described(ConfigNode reference) {
        reference.requireObject().onlyKeys(KEYS);
        List<String> columns = columns(reference, "columns");
        List<String> referenced = columns(reference, "referenced_columns");
        if (columns.size() != referenced.size()) {
            throw reference.error("'columns' and 'referenced_columns' belong together one by one: found "
                    + columns.size() + " and " + referenced.size());
        }
        return new TableReference(
                columns,
                reference.require("referenced_table").text(),
                referenced,
                reference.text("label").orElse(null),
                cardinality(reference));
    }

    private static List<String> columns(ConfigNode reference, String key) {
        List<String> columns = Choices.texts(reference.require(key));
        if (columns.isEmpty()) {
            throw reference.error(key, "'" + key + "' names no column");
        }
        return columns;
    }

    private static @Nullable String cardinality(ConfigNode reference) {
        return reference
                .present("cardinality")
                .map(node -> Choices.text(node, TableReference.CARDINALITIES))
                .orElse(null);
    }
}
