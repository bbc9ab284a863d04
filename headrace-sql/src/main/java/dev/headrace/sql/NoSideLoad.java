package dev.headrace.sql;

import java.util.List;

/** Leaves all tables to the transaction. */
enum NoSideLoad implements SideLoad {
    INSTANCE;

    @Override
    public void begin(SqlConnection connection, List<NewTable> tables) {}

    @Override
    public boolean has(String table) {
        return false;
    }

    @Override
    public Filled bringIn(SqlConnection connection, String table) {
        throw new IllegalStateException(table + " is not filled beside the transaction");
    }

    @Override
    public void close() {}
}
