package dev.headrace.engine.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.ResourceHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomRecordsTest {

    @Provide
    Arbitrary<List<Object>> records() {
        return RandomRecords.lists();
    }

    @Property(tries = 600)
    void pagesBecomeTheRowsOfTheReferenceModel(@ForAll("records") List<Object> records) {
        Run run = Run.of(ResourceHints.none());
        for (int from = 0; from < records.size(); from += 3) {
            StringJoiner page = new StringJoiner(",", "[", "]");
            records.subList(from, Math.min(records.size(), from + 3))
                    .forEach(record -> page.add(RandomRecords.json(record)));
            run.page(page.toString());
        }
        assertSame(run.finish(), records);
    }

    @Property(tries = 200)
    void singleRecordsBecomeTheSameRows(@ForAll("records") List<Object> records) {
        Run run = Run.of(ResourceHints.none());
        records.forEach(record -> run.normaliser().writeRecord(JsonSlice.of(RandomRecords.json(record)), List.of()));
        assertSame(run.finish(), records);
    }

    /** So many that rows are moved on within a page, and have to be taken back from there. */
    @Property(tries = 40)
    void longPagesBecomeTheSameRowsHoweverOftenTheyAreTakenBack(@ForAll("records") List<Object> records) {
        List<Object> many = new ArrayList<>();
        while (many.size() < 700 && !records.isEmpty()) {
            many.addAll(records);
        }
        Run run = Run.of(ResourceHints.none());
        for (int from = 0; from < many.size(); from += 350) {
            StringJoiner page = new StringJoiner(",", "[", "");
            many.subList(from, Math.min(many.size(), from + 350))
                    .forEach(record -> page.add(RandomRecords.json(record)));
            assertThatThrownBy(() -> run.page(page + ",?]")).isInstanceOf(DataException.class);
            run.page(page + "]");
        }
        assertSame(run.finish(), many);
    }

    private static void assertSame(Run run, List<Object> records) {
        ReferenceModel model = new ReferenceModel();
        records.forEach(record -> model.load(RandomRecords.asMaps(record)));

        assertThat(run.tables.names()).containsExactlyInAnyOrderElementsOf(model.rows.keySet());
        model.rows.forEach(
                (table, rows) -> assertThat(run.data(table)).as(table).containsExactlyInAnyOrderElementsOf(rows));
        model.types.forEach(
                (table, types) -> assertThat(run.dataColumns(table)).as(table).isEqualTo(columns(types)));
    }

    private static List<String> columns(Map<String, String> types) {
        return types.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }
}
