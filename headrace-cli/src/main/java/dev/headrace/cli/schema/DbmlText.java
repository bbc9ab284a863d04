package dev.headrace.cli.schema;

import dev.headrace.engine.document.SchemaDocument;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableReference;
import dev.headrace.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The tables in DBML, the database markup language of dbdiagram.io. */
final class DbmlText {

    private DbmlText() {}

    static String of(SchemaDocument schema) {
        List<TableSchema> tables = UserTables.of(schema.content());
        StringBuilder text = new StringBuilder();
        tables.forEach(table -> table(table, text));
        tables.forEach(table -> UserTables.parentKey(table)
                .ifPresent(key -> text.append("Ref: ")
                        .append(quoted(table.name()))
                        .append('.')
                        .append(quoted(key.name()))
                        .append(" > ")
                        .append(quoted(String.valueOf(table.parent())))
                        .append('.')
                        .append(quoted(SystemColumns.ID))
                        .append('\n')));
        tables.forEach(table -> table.references().forEach(reference -> reference(table, reference, tables, text)));
        return text.toString();
    }

    /** One to a table that the schema does not have is a comment: readers of DBML refuse it otherwise. */
    private static void reference(
            TableSchema table, TableReference reference, List<TableSchema> tables, StringBuilder text) {
        boolean known = tables.stream()
                .filter(other -> other.name().equals(reference.referencedTable()))
                .anyMatch(other -> hasColumns(other, reference.referencedColumns()));
        text.append(known && hasColumns(table, reference.columns()) ? "Ref: " : "// Ref: ")
                .append(end(table.name(), reference.columns()))
                .append(' ')
                .append(Cardinality.dbml(reference))
                .append(' ')
                .append(end(reference.referencedTable(), reference.referencedColumns()))
                .append('\n');
    }

    private static boolean hasColumns(TableSchema table, List<String> columns) {
        return columns.stream()
                .allMatch(column -> table.findColumn(column)
                        .filter(ColumnSchema::isComplete)
                        .isPresent());
    }

    private static String end(String table, List<String> columns) {
        String names = columns.stream().map(DbmlText::quoted).collect(Collectors.joining(", "));
        return quoted(table) + '.' + (columns.size() == 1 ? names : "(" + names + ")");
    }

    private static void table(TableSchema table, StringBuilder text) {
        List<String> key = table.columnsWith(Hints.PRIMARY_KEY);
        text.append("Table ").append(quoted(table.name())).append(" {\n");
        for (ColumnSchema column : table.completeColumns()) {
            text.append("  ").append(quoted(column.name())).append(' ').append(UserTables.type(column));
            List<String> settings = settings(column, key.size() == 1);
            text.append(settings.isEmpty() ? "\n" : " [" + String.join(", ", settings) + "]\n");
        }
        if (key.size() > 1) {
            String names = key.stream().map(DbmlText::quoted).collect(Collectors.joining(", "));
            text.append("\n  indexes {\n    (").append(names).append(") [pk]\n  }\n");
        }
        text.append("}\n\n");
    }

    private static List<String> settings(ColumnSchema column, boolean alone) {
        List<String> settings = new ArrayList<>();
        if (alone && column.is(Hints.PRIMARY_KEY)) {
            settings.add("pk");
        }
        if (column.is(Hints.UNIQUE)) {
            settings.add("unique");
        }
        if (!column.nullable()) {
            settings.add("not null");
        }
        if (column.hints().get("description") instanceof String description) {
            settings.add("note: '" + description.replaceAll("['\\\\\\p{Cntrl}]", " ") + "'");
        }
        return settings;
    }

    private static String quoted(String name) {
        return '"' + name.replaceAll("[\"\\p{Cntrl}]", "'") + '"';
    }
}
