package dev.headrace.engine.normalise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.engine.identity.RowIds;
import dev.headrace.schema.DataType;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.ResourceHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids that follow from what a row holds: however a record is written, and whether or not it needs a closer look. */
class DerivedIdsTest {

    private static final String FIRST = "{\"id\":0,\"k\":\"first\",\"v\":0,\"l\":[{\"e\":0}]}";

    private final CollectedRefusals refused = new CollectedRefusals();

    private static String keyHash(String json) {
        return new String(RowIds.keyHash(json.getBytes(UTF_8)), UTF_8);
    }

    /** The ids of two rows from a page in which the first has made the columns. */
    private static List<String> ids(ResourceHints hints, String record, Addition... additions) {
        Run run = Run.of(hints);
        run.found("[" + FIRST + "," + record + "]", List.of(), additions);
        return run.finish().tables.values("t", "_dlt_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"id\":1,\"k\":\"x\"} ; {\"id\":1,\"k\":\"x\"}",
                "{\"k\" : \"x\" , \"v\":2, \"l\":[{\"e\":1}], \"id\": 1 } ; {\"id\":1,\"k\":\"x\"}",
                "{\"l\":[1,{\"e\":1}],\"k\":\"\\u0078\",\"id\":1} ; {\"id\":1,\"k\":\"x\"}",
                "{\"\\u0069d\":1,\"k\":\"é\\n\"} ; {\"id\":1,\"k\":\"é\\n\"}",
                "{\"id\":1e2,\"k\":true} ; {\"id\":100.0,\"k\":true}",
                "{\"id\":2,\"k\":\"y\",\"id\":3} ; {\"id\":3,\"k\":\"y\"}",
                "{\"id\":2,\"k\":\"y\",\"Id\":3} ; {\"id\":3,\"k\":\"y\"}",
                "{\"id\":2,\"k\":\"y\",\"new\":{\"a\":1}} ; {\"id\":2,\"k\":\"y\"}",
            })
    void followFromTheKeyHoweverTheRecordIsWritten(String record, String key) {
        assertThat(ids(Run.merging(MergeStrategy.UPSERT, "k", "id"), record))
                .last()
                .isEqualTo(keyHash(key));
    }

    @Test
    void followFromWhatTheParentAdds() {
        ResourceHints upsert = Run.merging(MergeStrategy.UPSERT, "parent", "id");
        Addition parent = new Addition("parent", JsonSlice.of("7"));

        assertThat(ids(upsert, "{\"id\":1}", parent)).last().isEqualTo(keyHash("{\"id\":1,\"parent\":7}"));
        assertThat(ids(upsert, "{\"id\":1,\"parent\":8}", parent)).last().isEqualTo(keyHash("{\"id\":1,\"parent\":7}"));
    }

    @Test
    void ofRowsBelowFollowFromThatOfTheRecord() {
        Run run = Run.of(Run.merging(MergeStrategy.INSERT_ONLY, "id"))
                .page("[" + FIRST + ",{\"l\":[{\"e\":1},{\"e\":2}],\"id\":1}]")
                .finish();

        String parent = keyHash("{\"id\":1}");
        assertThat(run.tables.values("t__l", "_dlt_id"))
                .endsWith(RowIds.childId(parent, "t__l", 0), RowIds.childId(parent, "t__l", 1));
        assertThat(run.tables.values("t__l", "_dlt_parent_id")).endsWith(parent, parent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"v\": 1 ,\"id\":1,\"l\" : [ { \"e\" : 1.50 } ]} ; {\"id\":1,\"l\":[{\"e\":1.5}],\"v\":1}",
                "{\"id\":1,\"_dlt_x\":2,\"é\":\"\\u00e9\\/\"} ; {\"id\":1,\"é\":\"é/\"}",
                "{\"id\":1,\"v\":[],\"id\":{}} ; {\"id\":{},\"v\":[]}",
                "{} ; {}",
            })
    void followFromAllThatAVersionOfARowHolds(String record, String text) {
        assertThat(ids(Run.merging(MergeStrategy.SCD2), record)).last().isEqualTo(keyHash(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {"{\"v\":1} ; key column 'id' is not in it", "{\"id\":null} ; null", "\"text\" ; 'id'"})
    void areNotThereWithoutAKey(String record, String reason) {
        assertThatThrownBy(() -> ids(Run.merging(MergeStrategy.UPSERT, "id"), record))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(reason);
    }

    @Provide
    Arbitrary<List<Object>> records() {
        return RandomRecords.lists();
    }

    @Property(tries = 400)
    void followFromTheKeyOfWhateverRecords(@ForAll("records") List<Object> records) {
        ResourceHints hints = Run.withColumns(Run.column("a", DataType.TEXT))
                .withDisposition(new WriteDisposition.Merge(MergeStrategy.UPSERT, false))
                .withPrimaryKey(List.of("a"));
        Run run = Run.quarantining(hints, refused);
        List<String> expected = new ArrayList<>();
        for (Object record : records) {
            run.page("[" + RandomRecords.json(record) + "]");
            Object key = key(RandomRecords.asMaps(record));
            if (key != null) {
                expected.add(keyHash("{\"a\":" + RandomRecords.json(key) + "}"));
            }
        }

        assertThat(run.finish().tables.values("t", "_dlt_id")).isEqualTo(expected);
    }

    /** The last value for the column {@code a}, which may be JSON's null here; null when there is none. */
    private static @Nullable Object key(Object record) {
        Object key = null;
        if (record instanceof Map<?, ?> members) {
            for (Map.Entry<?, ?> member : members.entrySet()) {
                boolean isScalar = !(member.getValue() instanceof Map) && !(member.getValue() instanceof List);
                key = isScalar && String.valueOf(member.getKey()).equalsIgnoreCase("a") ? member.getValue() : key;
            }
        }
        return key;
    }
}
