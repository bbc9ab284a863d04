package dev.headrace.testkit.destination;

import static dev.headrace.testkit.destination.Tables.key;
import static dev.headrace.testkit.destination.Tables.nested;
import static dev.headrace.testkit.destination.Tables.root;
import static dev.headrace.testkit.destination.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.load.LoadPackage;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of datasets, tables and columns, and values, never become SQL in any destination, whatever they are made of. */
public abstract class HostileNamesContract extends DestinationTest {

    private static final String SAFE = "keep_safe";
    private static final String HOSTILE = "x\"; DROP SCHEMA " + SAFE + " CASCADE; --";

    /** At most 63 bytes each, as PostgreSQL has them, and without a zero character, which it has nowhere. */
    private static final List<String> NAMES = List.of(
            "a\"; DROP TABLE " + SAFE + ".t; --",
            "b'); DELETE FROM " + SAFE + ".t; --",
            "c/* */ UNION SELECT 1 --",
            "d\\\"\\'\\",
            "select",
            "e;\n\r\tf",
            "$1 ? :k {l} %s $$ $t$",
            "\"\"",
            " ",
            "\u202eg\u200b",
            "\u00e9",
            "e\u0301",
            "\uff02; DROP TABLE t",
            "A",
            "m".repeat(63));

    /** The names of tables among them; each has columns of all names. */
    private static final List<String> TABLES =
            List.of(NAMES.get(0), NAMES.get(1), NAMES.get(3), NAMES.get(5), NAMES.get(NAMES.size() - 1));

    static Stream<Arguments> dispositions() {
        return Stream.of(
                Arguments.of("append", WriteDisposition.append(), 2),
                Arguments.of("replace", WriteDisposition.replace(), 1),
                Arguments.of("merge", WriteDisposition.merge(), 1),
                Arguments.of("upsert", new WriteDisposition.Merge(MergeStrategy.UPSERT, false), 1),
                Arguments.of("insert-only", new WriteDisposition.Merge(MergeStrategy.INSERT_ONLY, false), 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dispositions")
    void areOnlyNamesAndValues(String name, WriteDisposition disposition, int times) {
        TableSchema safe = root("t", WriteDisposition.append(), text("v"));
        load(script("1.0").rows(safe, Map.of("v", "safe", "_dlt_id", "s")).write(), SAFE);
        load(loadOf(disposition, "1.1"), HOSTILE);
        load(loadOf(disposition, "1.2"), HOSTILE);

        for (String table : TABLES) {
            assertThat(probe().rows(HOSTILE, table))
                    .as(table)
                    .hasSize(times)
                    .allSatisfy(row -> NAMES.forEach(column -> assertThat(row).containsEntry(column, column)));
            assertThat(probe().rows(HOSTILE, nestedIn(table)))
                    .hasSize(times)
                    .allSatisfy(row -> assertThat(row).containsEntry(table, table));
        }
        assertThat(probe().rows(SAFE, "t"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("v", "safe"));
        assertThat(ownTables()).isEqualTo(expectedTables());
    }

    private LoadPackage loadOf(WriteDisposition disposition, String loadId) {
        PackageScript script = script(loadId);
        for (String table : TABLES) {
            String id = table.hashCode() + " " + loadId;
            List<ColumnSchema> columns = new ArrayList<>();
            NAMES.forEach(column -> columns.add(column.equals(table) ? key(column, DataType.TEXT) : text(column)));
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            NAMES.forEach(value -> row.put(value, value));
            row.put("_dlt_id", id);
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put(table, table);
            item.put("_dlt_root_id", id);
            item.put("_dlt_parent_id", id);
            item.put("_dlt_list_idx", 0L);
            item.put("_dlt_id", "i" + id);
            script.rows(root(table, disposition, columns.toArray(ColumnSchema[]::new)), row)
                    .rows(nested(nestedIn(table), table, text(table)), item);
        }
        return script.write();
    }

    /** The name has to stay within 63 bytes. */
    private static String nestedIn(String table) {
        return table.length() > 60 ? "n__l" : table + "__l";
    }

    private Set<String> ownTables() {
        Set<String> tables = new TreeSet<>(probe().tables(HOSTILE).keySet());
        tables.removeIf(table -> table.startsWith("_dlt"));
        return tables;
    }

    private static Set<String> expectedTables() {
        Set<String> tables = new TreeSet<>(TABLES);
        TABLES.forEach(table -> tables.add(nestedIn(table)));
        return tables;
    }
}
