package dev.headrace.sql;

import dev.headrace.schema.TableSchema;

/** The chain holds the new rows and no others, also when there are none. */
final class Replacing {

    private Replacing() {}

    static void run(ChainLoad load) {
        for (TableSchema table : load.chain().tables()) {
            load.on(table, "empty", () -> {
                if (load.hadRows(table)) {
                    load.connection().execute(load.statements().deleteAll(table.name()));
                }
            });
        }
        load.insertAll();
    }
}
