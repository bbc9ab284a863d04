package dev.headrace.cli.schema;

import dev.headrace.engine.document.SchemaContent;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.TableSchema;
import java.util.List;
import java.util.Optional;

/** The tables of a schema that hold the user's data: those that have columns, without the system tables. */
final class UserTables {

    private UserTables() {}

    static List<TableSchema> of(SchemaContent schema) {
        return schema.tables().values().stream()
                .filter(table -> !table.isSystem())
                .filter(table -> !table.completeColumns().isEmpty())
                .toList();
    }

    /** The column by which rows of a nested table name their parent, if they do. */
    static Optional<ColumnSchema> parentKey(TableSchema table) {
        return table.completeColumns().stream()
                .filter(column -> column.is(Hints.PARENT_KEY))
                .findFirst();
    }

    /** What to call a nested table below its parent: the end of its name. */
    static String shortName(TableSchema table) {
        String parent = String.valueOf(table.parent());
        String name = table.name();
        return name.startsWith(parent) ? name.substring(parent.length()).replaceFirst("^(__|▶)", "") : name;
    }

    /** The type with its precision and scale, such as {@code decimal(38,9)}. */
    static String type(ColumnSchema column) {
        String label = column.requiredType().label();
        Optional<Integer> scale = column.number(Hints.SCALE);
        return column.number(Hints.PRECISION)
                .map(p -> label + "(" + p + scale.map(s -> "," + s).orElse("") + ")")
                .orElse(label);
    }
}
