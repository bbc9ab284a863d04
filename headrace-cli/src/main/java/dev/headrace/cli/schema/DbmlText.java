package dev.headrace.cli.schema;

import dev.headrace.engine.document.SchemaDocument;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.SystemColumns;
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
        return text.toString();
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
