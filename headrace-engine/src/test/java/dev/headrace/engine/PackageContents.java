package dev.headrace.engine;

import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import dev.headrace.load.TableLoad;
import dev.headrace.quarantine.ErrorsTable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What packages brought, so that two of them can be compared: ids that are random count only by which rows they tie together,
 * and rows and load ids not by their order or value.
 */
final class PackageContents {

    private static final String ID = "_dlt_id";
    private static final Connection DUCKDB = connection();

    private final List<String> lines = new ArrayList<>();
    private final List<String> schemas = new ArrayList<>();

    /** Rows by id, and root rows by origin. */
    private final Map<Object, String> known = new HashMap<>();

    /** Reads a package whose files are still there. */
    void add(LoadPackage loadPackage) {
        known.clear();
        for (TableLoad load : loadPackage.tables()) {
            lines.add(load.table().name() + ": " + load.disposition().label());
            if (!load.parts().isEmpty()) {
                read(load);
            }
        }
        schemas.add(loadPackage.schema().document());
        lines.add("reset " + loadPackage.reset());
    }

    /** The rows of all packages, in order. */
    List<String> rows() {
        return lines.stream().sorted().toList();
    }

    /** The schema documents, package by package. */
    List<String> schemas() {
        return schemas;
    }

    private void read(TableLoad load) {
        String files =
                load.parts().stream().map(part -> "'" + part.file() + "'").collect(Collectors.joining(",", "[", "]"));
        try (Statement statement = DUCKDB.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT * FROM read_parquet(" + files + ", union_by_name=true)")) {
            while (rows.next()) {
                Map<String, @Nullable Object> row = new TreeMap<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.put(rows.getMetaData().getColumnName(i), rows.getObject(i));
                }
                lines.add(load.table().name() + ' ' + line(row));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connection() {
        try {
            return DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String line(Map<String, @Nullable Object> row) {
        Object id = row.get(ID);
        Object origin = row.remove(PartFile.ORIGIN);
        Object parent = row.remove("_dlt_parent_id");
        Object root = row.remove("_dlt_root_id");
        row.remove("_dlt_load_id");
        row.remove(ErrorsTable.OCCURRED_AT);
        if (origin == null) {
            row.remove(ID); // a random one
        }
        String line = row
                + (parent == null ? "" : " below " + known.get(parent) + (origin == null ? "" : parent))
                + (root == null ? "" : " of " + known.get(root))
                + (origin == null || parent == null ? "" : " from " + known.get("origin " + origin));
        known.put(String.valueOf(id), line);
        if (parent == null && origin != null) {
            known.put("origin " + origin, line);
        }
        return line;
    }
}
