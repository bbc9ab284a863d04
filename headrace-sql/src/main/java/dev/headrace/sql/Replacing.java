package dev.headrace.sql;

import dev.headrace.load.PartFile;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.TableSchema;
import java.sql.SQLException;
import java.util.List;

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
            List<PartFile> parts =
                    load.chain().load(table).map(TableLoad::parts).orElse(List.of());
            load.connection().execute(statements.dropTable(table.name()));
            load.connection()
                    .execute(statements.createTable(load.connection(), table.name(), table.completeColumns(), parts));
        } else {
            load.connection().execute(statements.deleteAll(table.name()));
        }
    }
}
