package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.conformance.StoredDataset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of datasets that tests of crashes and faults rely on. */
class StoredDatasetTest {

    private static final String LOADED = """
            CREATE SCHEMA d;
            CREATE TABLE d._dlt_loads(load_id VARCHAR, status BIGINT, inserted_at TIMESTAMP);
            CREATE TABLE d.a(id BIGINT, _dlt_load_id VARCHAR, _dlt_id VARCHAR);
            CREATE TABLE d.a__b(value VARCHAR, _dlt_parent_id VARCHAR, _dlt_id VARCHAR);
            INSERT INTO d._dlt_loads VALUES ('%1$s1', 0, '2026-01-01'), ('%1$s2', 0, '2026-01-02');
            INSERT INTO d.a VALUES (1, '%1$s1', '%1$sx'), (2, '%1$s2', '%1$sy');
            INSERT INTO d.a__b VALUES ('p', '%1$sx', '%1$s5'), ('q', '%1$sy', '%1$s6');
            """;

    @TempDir
    Path temp;

    @Test
    void takesIdsForSymbols() {
        assertThat(changed("").differencesFrom(dataset("n", LOADED.formatted("n"))))
                .isEmpty();
    }

    @Test
    void findsALostRow() {
        assertThat(changed("DELETE FROM d.a__b WHERE value = 'q'").differencesFrom(changed("")))
                .anyMatch(text -> text.startsWith("table a__b: row missing: ") && text.contains("\"q\""))
                .anyMatch(text -> text.startsWith("table a: row missing: "));
    }

    @Test
    void findsARowThatIsThereTwice() {
        assertThat(changed("INSERT INTO d.a VALUES (2, 'm2', 'mz')").differencesFrom(changed("")))
                .anyMatch(text -> text.startsWith("table a: row not expected: "));
    }

    @Test
    void findsARowOfAnotherLoad() {
        assertThat(changed("UPDATE d.a SET _dlt_load_id = 'm2'").differencesFrom(changed("")))
                .isNotEmpty();
    }

    @Test
    void findsANestedRowOfAnotherParent() {
        assertThat(changed("UPDATE d.a__b SET _dlt_parent_id = 'mx'").differencesFrom(changed("")))
                .isNotEmpty();
    }

    @Test
    void findsTablesAndColumnsThatAreMissingOrTooMany() {
        assertThat(changed("ALTER TABLE d.a ADD COLUMN more BIGINT").differencesFrom(changed("")))
                .singleElement()
                .asString()
                .contains("table a: columns", "more");
        assertThat(changed("CREATE TABLE d.c(id BIGINT)").differencesFrom(changed("")))
                .containsExactly("table c: not expected");
        assertThat(changed("").differencesFrom(changed("CREATE TABLE d.c(id BIGINT)")))
                .containsExactly("table c: missing");
    }

    private int databases;

    private StoredDataset changed(String sql) {
        return dataset("m" + databases++, LOADED.formatted("m") + sql);
    }

    private StoredDataset dataset(String name, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + temp.resolve(name + ".duckdb"));
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return StoredDataset.read(connection, "d");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
