package dev.headrace.sql;

import dev.headrace.schema.TableSchema;
import java.sql.SQLException;

/** Replaced tables hold the new rows and no others, also when there are none; to others the new rows are added. */
final class Replacing {

    private Replacing() {}

    static void run(ChainLoad load, ReplaceStrategy strategy) {
        for (TableSchema table : load.chain().tables()) {
            load.on(table, "empty", () -> {
                if (load.chain().isReplaced(table) && load.hadRows(table)) {
                    empty(table, load, strategy);
                }
            });
        }
        load.insertAll();
    }

    private static void empty(TableSchema table, ChainLoad load, ReplaceStrategy strategy) throws SQLException {
        Statements statements = load.statements();
        if (strategy == ReplaceStrategy.STAGING_OPTIMIZED) {
            load.connection().execute(statements.dropTable(table.name()));
            load.connection().execute(statements.createTable(table.name(), table.completeColumns()));
        } else {
            load.connection().execute(statements.deleteAll(table.name()));
        }
    }
}
