package dev.headrace.testkit.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** DuckDB: a file in the folder, copied and deleted together with it. */
final class DuckDbFile implements Database {

    @Override
    public String name() {
        return "DuckDB";
    }

    @Override
    public String destination(Path folder) {
        return "duckdb:" + file(folder);
    }

    @Override
    public Connection look(Path folder) throws SQLException {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true"); // what a process that was killed left is not touched
        return DriverManager.getConnection("jdbc:duckdb:" + file(folder), readOnly);
    }

    @Override
    public boolean exists(Path folder) {
        return Files.exists(file(folder));
    }

    @Override
    public void create(Path folder) {
        // made by the first run
    }

    @Override
    public void copy(Path from, Path to) {
        // is in the folder
    }

    @Override
    public void drop(Path folder) {
        // goes with the folder
    }

    private static Path file(Path folder) {
        return folder.resolve("shop.duckdb");
    }
}
