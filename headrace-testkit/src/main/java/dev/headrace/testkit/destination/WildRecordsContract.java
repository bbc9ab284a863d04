package dev.headrace.testkit.destination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.source.Source;
import dev.headrace.testkit.destination.DestinationProbe.StoredColumn;
import dev.headrace.testkit.records.PlainTables;
import dev.headrace.testkit.records.RecordsSource;
import dev.headrace.testkit.records.StoredTables;
import dev.headrace.testkit.records.WildRecords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ten thousand random records, read and loaded in several runs, stand in the database as a reference model has them. */
public abstract class WildRecordsContract extends DestinationTest {

    private static final int RUNS = 3;
    private static final int RECORDS = 10_000;

    /** Loads by a pipeline into the probe's {@link #DATASET}; the same pipeline at each call. */
    protected abstract void load(Source source);

    /** How many characters names may have. */
    protected abstract int nameLimit();

    /** By type in the words of the database, that of the schema. */
    protected abstract Map<String, String> types();

    /** What is stored of a decimal in a column of type {@code wei}. */
    protected abstract BigDecimal storedWei(BigDecimal value);

    /** Another seed each time; {@code -Dheadrace.seed=N} repeats one. */
    @Test
    void standInTheDatabaseAsTheReferenceModelHasThem() {
        long seed = Long.getLong("headrace.seed", System.nanoTime());
        System.out.println("Random records into a database: -Dheadrace.seed=" + seed);
        WildRecords records = new WildRecords(seed);
        PlainTables model = new PlainTables(nameLimit(), this::storedWei);
        for (int run = 0; run < RUNS; run++) {
            List<List<Object>> pages = records.pages(RECORDS * (run + 1) / RUNS - RECORDS * run / RUNS);
            pages.forEach(page -> page.forEach(model::load));
            load(new RecordsSource(pages));
        }

        StoredTables stored = new StoredTables();
        Map<String, List<String>> columns = new HashMap<>();
        probe().tables(DATASET).forEach((table, described) -> {
            if (!table.startsWith("_dlt")) {
                stored.add(table, texts(probe().rows(DATASET, table)));
                columns.put(table, dataColumns(described));
            }
        });
        assertThat(stored.differences(model, columns)).as("seed " + seed).isEmpty();
        assertThat(values("t", "_dlt_load_id"))
                .as("seed " + seed)
                .hasSize(RECORDS)
                .isSubsetOf(values("_dlt_loads", "load_id"));
    }

    private List<String> dataColumns(List<StoredColumn> columns) {
        return columns.stream()
                .filter(column -> !column.name().startsWith("_dlt"))
                .map(this::described)
                .toList();
    }

    private String described(StoredColumn column) {
        return column.name() + " " + types().getOrDefault(column.type(), "of type " + column.type());
    }

    private static List<Map<String, String>> texts(List<Map<String, @Nullable Object>> rows) {
        List<Map<String, String>> texts = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            texts.add(texts(row));
        }
        return texts;
    }

    private static Map<String, String> texts(Map<String, @Nullable Object> row) {
        Map<String, String> texts = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (value != null) {
                texts.put(column, value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString());
            }
        });
        return texts;
    }
}
