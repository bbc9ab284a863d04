package dev.headrace.cli.schema;

import dev.headrace.engine.document.SchemaDocument;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.TableReference;
import dev.headrace.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;

/** An entity relationship diagram in the language of Mermaid ({@code erDiagram}). */
final class MermaidDiagram {

    private static final String FIRST = "    ";
    private static final String SECOND = FIRST + FIRST;

    private MermaidDiagram() {}

    static String of(SchemaDocument schema) {
        List<TableSchema> tables = UserTables.of(schema.content());
        StringBuilder text = new StringBuilder("erDiagram\n");
        tables.forEach(table -> entity(table, text));
        tables.stream()
                .filter(table -> table.parent() != null)
                .forEach(table -> text.append(FIRST)
                        .append(quoted(String.valueOf(table.parent())))
                        .append(" ||--o{ ")
                        .append(quoted(table.name()))
                        .append(" : ")
                        .append(quoted(UserTables.shortName(table)))
                        .append('\n'));
        tables.forEach(table -> table.references().forEach(reference -> reference(table, reference, text)));
        return text.toString();
    }

    private static void reference(TableSchema table, TableReference reference, StringBuilder text) {
        String label = reference.label() == null ? String.join(", ", reference.columns()) : reference.label();
        text.append(FIRST)
                .append(quoted(table.name()))
                .append(' ')
                .append(Cardinality.mermaid(reference))
                .append(' ')
                .append(quoted(reference.referencedTable()))
                .append(" : ")
                .append(quoted(label))
                .append('\n');
    }

    private static void entity(TableSchema table, StringBuilder text) {
        text.append(FIRST).append(quoted(table.name())).append(" {\n");
        table.completeColumns().forEach(column -> attribute(column, text));
        text.append(FIRST).append("}\n");
    }

    private static void attribute(ColumnSchema column, StringBuilder text) {
        String name = word(column.name());
        text.append(SECOND).append(column.requiredType().label()).append(' ').append(name);
        List<String> keys = keys(column);
        if (!keys.isEmpty()) {
            text.append(' ').append(String.join(", ", keys));
        }
        List<String> remarks = new ArrayList<>();
        if (!name.equals(column.name())) {
            remarks.add(column.name());
        }
        if (!column.nullable()) {
            remarks.add("not null");
        }
        if (!remarks.isEmpty()) {
            text.append(' ').append(quoted(String.join(", ", remarks)));
        }
        text.append('\n');
    }

    private static List<String> keys(ColumnSchema column) {
        List<String> keys = new ArrayList<>();
        if (column.is(Hints.PRIMARY_KEY)) {
            keys.add("PK");
        }
        if (column.is(Hints.PARENT_KEY) || column.is(Hints.ROOT_KEY)) {
            keys.add("FK");
        }
        if (column.is(Hints.UNIQUE)) {
            keys.add("UK");
        }
        return keys;
    }

    /** Names of attributes are words there; the real name stands beside one that is none. */
    private static String word(String name) {
        String word = name.replaceAll("[^A-Za-z0-9_]", "_");
        return Character.isDigit(word.charAt(0)) ? "_" + word : word;
    }

    /** Texts know no escapes there. */
    private static String quoted(String text) {
        return '"' + text.replaceAll("[\"\\p{Cntrl}]", "'") + '"';
    }
}
