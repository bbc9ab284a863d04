package dev.headrace.engine.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.engine.naming.Naming;
import dev.headrace.engine.schema.SchemaSettings;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.ResourceHints;
import dev.headrace.testkit.records.PlainTables;
import dev.headrace.testkit.records.StoredTables;
import dev.headrace.testkit.records.WildRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten thousand random records become the tables of a reference model: rows, columns, types, variants, links. */
class WildRecordsTest {

    private static final int RECORDS = 10_000;

    @ParameterizedTest
    @CsvSource({"1, 65536", "20261121, 63", "3908, 65536", "35385757901902, 65536"})
    void becomeTheTablesOfTheReferenceModel(long seed, int nameLimit) {
        compare(seed, nameLimit);
    }

    /** Another seed each time; {@code -Dheadrace.seed=N} repeats one. */
    @Test
    void becomeTheTablesOfTheReferenceModelWhateverTheSeed() {
        compare(Long.getLong("headrace.seed", System.nanoTime()), 65536);
    }

    private static void compare(long seed, int nameLimit) {
        System.out.println("Random records: -Dheadrace.seed=" + seed);
        Random random = new Random(seed);
        PlainTables model = new PlainTables(nameLimit, UnaryOperator.identity());
        Run run = Run.of(ResourceHints.none(), SchemaSettings.of(Naming.of("snake_case", nameLimit)));
        for (List<Object> page : new WildRecords(seed).pages(RECORDS)) {
            page.forEach(model::load);
            write(run, page, random.nextInt(5) == 0);
        }
        assertThat(differences(run.finish(), model)).as("seed " + seed).isEmpty();
    }

    private static void write(Run run, List<Object> page, boolean oneByOne) {
        if (oneByOne) {
            page.forEach(record -> run.normaliser().writeRecord(JsonSlice.of(WildRecords.json(record)), List.of()));
        } else {
            run.page(WildRecords.json(page));
        }
    }

    private static List<String> differences(Run run, PlainTables model) {
        StoredTables found = new StoredTables();
        Map<String, List<String>> columns = new HashMap<>();
        for (String table : run.tables.names()) {
            found.add(table, run.tables.all(table));
            columns.put(table, run.dataColumns(table));
        }
        return found.differences(model, columns);
    }
}
