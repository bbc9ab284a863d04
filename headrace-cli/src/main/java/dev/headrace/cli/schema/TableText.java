package dev.headrace.cli.schema;

import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;

/** Tables and columns in words. */
public final class TableText {

    private TableText() {}

    /** The table's name and what is known about it, such as {@code orders: merge (upsert), resource orders}. */
    public static String heading(TableSchema table) {
        List<String> parts = new ArrayList<>();
        if (table.parent() != null) {
            parts.add("nested in " + table.parent());
        }
        String disposition = SchemaDifference.disposition(table.disposition());
        if (disposition != null) {
            parts.add(disposition);
        }
        if (table.resource() != null && !table.resource().equals(table.name())) {
            parts.add("resource " + table.resource());
        }
        if (table.contract() != null) {
            parts.add("contract: " + SchemaDifference.contract(table.contract()));
        }
        return table.name() + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    public static String type(ColumnSchema column) {
        return column.isComplete() ? UserTables.type(column) : "not known yet";
    }

    /** The other properties, such as {@code not null, primary_key}. */
    public static String properties(ColumnSchema column) {
        List<String> properties = new ArrayList<>();
        if (!column.nullable()) {
            properties.add("not null");
        }
        column.hints().forEach((hint, value) -> {
            if (!hint.equals(Hints.PRECISION) && !hint.equals(Hints.SCALE)) {
                properties.add(Boolean.TRUE.equals(value) ? hint : hint + " " + value);
            }
        });
        return String.join(", ", properties);
    }
}
