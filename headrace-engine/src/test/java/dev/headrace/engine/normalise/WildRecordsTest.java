package dev.headrace.engine.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.source.JsonSlice;
import dev.headrace.source.ResourceHints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten thousand random records become the tables of a reference model: rows, columns, types, variants, links. */
class WildRecordsTest {

    private static final int RECORDS = 10_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 20261121, 3908, 35385757901902L})
    void becomeTheTablesOfTheReferenceModel(long seed) {
        compare(seed);
    }

    /** Another seed each time; {@code -Dheadrace.seed=N} repeats one. */
    @Test
    void becomeTheTablesOfTheReferenceModelWhateverTheSeed() {
        compare(Long.getLong("headrace.seed", System.nanoTime()));
    }

    private static void compare(long seed) {
        System.out.println("Random records: -Dheadrace.seed=" + seed);
        WildRecords source = new WildRecords(seed);
        Random random = new Random(seed);
        PlainTables model = new PlainTables();
        Run run = Run.of(ResourceHints.none());
        for (int taken = 0; taken < RECORDS; ) {
            List<Object> page = new ArrayList<>();
            for (int i = random.nextInt(200); i >= 0 && taken < RECORDS; i--, taken++) {
                page.add(source.next());
            }
            page.forEach(model::load);
            write(run, page, random.nextInt(5) == 0);
        }
        assertSame(run.finish(), model, "seed " + seed);
    }

    private static void write(Run run, List<Object> page, boolean oneByOne) {
        if (oneByOne) {
            page.forEach(record -> run.normaliser().writeRecord(JsonSlice.of(WildRecords.json(record)), List.of()));
            return;
        }
        StringJoiner text = new StringJoiner(",", "[", "]");
        page.forEach(record -> text.add(WildRecords.json(record)));
        run.page(text.toString());
    }

    private static void assertSame(Run run, PlainTables model, String seed) {
        assertThat(run.tables.names()).as(seed).containsExactlyInAnyOrderElementsOf(model.rows.keySet());
        Map<String, String> texts = texts(run);
        model.types.forEach((table, types) -> {
            List<String> columns = new ArrayList<>();
            types.forEach((column, type) -> columns.add(column + " " + type));
            assertThat(run.dataColumns(table))
                    .as("%s, columns of %s", seed, table)
                    .isEqualTo(columns);
            List<String> rows = run.tables.all(table).stream()
                    .map(row -> String.valueOf(texts.get(row.get("_dlt_id"))))
                    .toList();
            List<String> expected = Objects.requireNonNull(model.rows.get(table));
            assertThat(without(expected, rows))
                    .as("%s, missing in %s", seed, table)
                    .isEmpty();
            assertThat(without(rows, expected))
                    .as("%s, too much in %s", seed, table)
                    .isEmpty();
        });
    }

    /** The first few of the rows that the others do not have, each as often as it is there. */
    private static List<String> without(List<String> rows, List<String> others) {
        Map<String, Integer> counts = new HashMap<>();
        others.forEach(row -> counts.merge(row, 1, Integer::sum));
        return rows.stream()
                .filter(row -> counts.merge(row, -1, Integer::sum) < 0)
                .limit(5)
                .toList();
    }

    /** By row id, each row with the rows that its links lead to. */
    private static Map<String, String> texts(Run run) {
        Map<String, Map<String, String>> byId = new HashMap<>();
        Map<String, String> tableOf = new HashMap<>();
        for (String table : run.tables.names()) {
            for (Map<String, String> row : run.tables.all(table)) {
                byId.put(row.get("_dlt_id"), row);
                tableOf.put(row.get("_dlt_id"), table);
            }
        }
        Map<String, String> texts = new HashMap<>();
        byId.keySet().forEach(id -> texts.put(id, text(id, byId, tableOf)));
        return texts;
    }

    private static String text(String id, Map<String, Map<String, String>> byId, Map<String, String> tableOf) {
        Map<String, String> row = Objects.requireNonNull(byId.get(id), id);
        Map<String, String> data = new LinkedHashMap<>(row);
        data.keySet().removeIf(column -> column.startsWith("_dlt"));
        String parent = row.get("_dlt_parent_id");
        String place = parent == null
                ? ""
                : " [" + row.get("_dlt_list_idx") + "] of " + tableOf.get(parent) + " " + text(parent, byId, tableOf);
        return PlainTables.text(data, place);
    }
}
