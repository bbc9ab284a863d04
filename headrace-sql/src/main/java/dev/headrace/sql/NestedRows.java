package dev.headrace.sql;

import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import java.util.function.Function;

/** Finds the nested rows that belong to root rows whose ids are in a table. */
final class NestedRows {

    private final TableChain chain;
    private final Statements statements;
    private final Function<TableSchema, String> relations;
    private final String rootIds;

    /**
     * @param relations what to select a table's rows from
     * @param rootIds a table with a column {@code _dlt_id}
     */
    NestedRows(TableChain chain, Statements statements, Function<TableSchema, String> relations, String rootIds) {
        this.chain = chain;
        this.statements = statements;
        this.relations = relations;
        this.rootIds = rootIds;
    }

    /** True for the rows, under that alias, of a nested table that belong to one of the root rows. */
    String condition(TableSchema table, String alias) {
        if (table.findColumn(SystemColumns.ROOT_ID).isPresent()) {
            return exists(rootIds, statements.column(alias, SystemColumns.ROOT_ID), "");
        }
        String parentId = statements.column(alias, SystemColumns.PARENT_ID);
        TableSchema parent = chain.parent(table);
        if (parent.isRoot()) {
            return exists(rootIds, parentId, "");
        }
        return exists(relations.apply(parent), parentId, " AND " + condition(parent, parentAlias(alias)));
    }

    private String exists(String relation, String id, String further) {
        // The alias must differ from those of the levels around it, which the length of the id's alias tells apart.
        String alias = parentAlias(id.substring(0, id.indexOf('.')));
        return "EXISTS (SELECT 1 FROM " + relation + " " + alias + " WHERE "
                + statements.column(alias, SystemColumns.ID) + " = " + id + further + ")";
    }

    private static String parentAlias(String alias) {
        return alias + "p";
    }
}
