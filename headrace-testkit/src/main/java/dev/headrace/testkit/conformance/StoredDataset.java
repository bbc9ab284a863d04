package dev.headrace.testkit.conformance;

import dev.headrace.testkit.conformance.DatasetSnapshot.Load;
import dev.headrace.testkit.conformance.DatasetSnapshot.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a dataset of dlt's layout, to be compared with another one that was loaded from the same data: ids and load
 * ids are symbols, rows are a multiset. Immutable.
 */
public final class StoredDataset {

    private static final Set<String> VALIDITY = Set.of("_dlt_valid_from", "_dlt_valid_to");
    private static final int SHOWN_ROWS = 3;

    private final DatasetSnapshot snapshot;
    private final String state;

    private StoredDataset(DatasetSnapshot snapshot, String state) {
        this.snapshot = snapshot;
        this.state = state;
    }

    /** Reads all of a dataset; one that is not there is empty. */
    public static StoredDataset read(Connection connection, String dataset) throws SQLException {
        DatasetSnapshot snapshot = new SnapshotReader(connection, dataset).read();
        boolean hasState = snapshot.systemTables().containsKey("_dlt_pipeline_state");
        return new StoredDataset(snapshot, hasState ? newestState(connection, dataset) : "");
    }

    /** The load ids of the load log, in the order they were inserted; one that is there twice is named twice. */
    public List<String> loads() {
        return snapshot.loads().stream().map(Load::id).toList();
    }

    /** The newest state document as JSON; empty text when there is none. */
    public String state() {
        return state;
    }

    /** How many rows all tables of the user hold. */
    public long rows() {
        return snapshot.tables().values().stream().mapToLong(Table::rowCount).sum();
    }

    /** In what this dataset differs from the one that is expected, for people; empty: in nothing. */
    public List<String> differencesFrom(StoredDataset expected) {
        List<String> differences = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(expected.snapshot.tables().keySet());
        names.addAll(snapshot.tables().keySet());
        LinkedRows wanted = expected.linked();
        LinkedRows have = linked();
        for (String name : names) {
            compareColumns(name, expected.snapshot.tables().get(name), differences);
            compareRows(name, wanted.signatures(name), have.signatures(name), differences);
        }
        if (!state.equals(expected.state)) {
            differences.add("state: " + state + ", expected " + expected.state);
        }
        return differences;
    }

    private void compareColumns(String name, @Nullable Table expected, List<String> differences) {
        Table table = snapshot.tables().get(name);
        if (table == null || expected == null) {
            differences.add("table " + name + ": " + (table == null ? "missing" : "not expected"));
        } else if (!table.columns().equals(expected.columns())) {
            differences.add("table " + name + ": columns " + table.columns() + ", expected " + expected.columns());
        }
    }

    private static void compareRows(String name, List<String> wanted, List<String> have, List<String> differences) {
        if (wanted.equals(have)) {
            return;
        }
        List<String> missing = without(wanted, have);
        List<String> surplus = without(have, wanted);
        differences.add("table " + name + ": " + have.size() + " rows, expected " + wanted.size() + "; "
                + missing.size() + " missing, " + surplus.size() + " not expected");
        missing.stream().limit(SHOWN_ROWS).forEach(r -> differences.add("table " + name + ": row missing: " + r));
        surplus.stream().limit(SHOWN_ROWS).forEach(r -> differences.add("table " + name + ": row not expected: " + r));
    }

    private static List<String> without(List<String> rows, List<String> others) {
        List<String> left = new ArrayList<>(rows);
        others.forEach(left::remove);
        return left;
    }

    private LinkedRows linked() {
        Map<String, @Nullable Object> validity = new LinkedHashMap<>();
        Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();
        snapshot.tables().forEach((name, table) -> {
            List<String> columns =
                    table.columns().keySet().stream().filter(VALIDITY::contains).toList();
            validity.put(name, Map.of("validity_columns", columns));
            rows.put(name, table.rows());
        });
        Symbols symbols = new Symbols(validity, Map.of(), snapshot.loads());
        return new LinkedRows(symbols.applyTo(rows), (table, id) -> false, Map.of());
    }

    private static String newestState(Connection connection, String dataset) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select state from \"" + dataset
                        + "\".\"_dlt_pipeline_state\" order by version desc, created_at desc limit 1")) {
            return rows.next() ? inflated(rows.getString(1)) : "";
        }
    }

    private static String inflated(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read a stored state: " + e.getMessage(), e);
        }
    }
}
