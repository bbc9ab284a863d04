package dev.headrace.engine.normalise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.quarantine.BadRowKind;
import dev.headrace.schema.ContractMode;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.SchemaContract;
import dev.headrace.source.ResourceHints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedRecordsTest {

    private final CollectedRefusals refused = new CollectedRefusals();
    private final TestChanges changes =
            new TestChanges().renameAndMask("email", "mail").mask("phone").drop("note");

    private static void write(Run run, String page, TestChanges changes) {
        byte[] bytes = page.getBytes(UTF_8);
        run.normaliser().writeChanged(bytes, bytes.length, List.of(), changes);
    }

    private Run written(String... pages) {
        Run run = Run.of(ResourceHints.none());
        for (String page : pages) {
            write(run, page, changes);
        }
        return run.finish();
    }

    @Test
    void fieldsAreChangedOnTheWayOnceTheirColumnsAreThere() {
        String first = "{\"id\":1,\"email\":\"a@b\",\"phone\":12,\"note\":\"n\",\"l\":[{\"email\":\"c@d\"}]}";
        Run run = written("[" + first + "]", "[{\"id\":2,\"email\":\"e\",\"phone\":null},{\"note\":[1],\"id\":3}]");

        assertThat(run.data("t"))
                .containsExactly(
                        Map.of("id", "1", "mail", "*5", "phone", "*2"),
                        Map.of("id", "2", "mail", "*3"),
                        Map.of("id", "3"));
        assertThat(run.dataColumns("t")).containsExactly("id bigint", "mail text", "phone text");
        assertThat(run.data("t__l")).containsExactly(Map.of("email", "c@d"));
        assertThat(changes.whole).containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\"",
                "{\"id\":2,\"email\":\"x\",\"email\":\"y\"}",
                "{\"id\":2,\"note\":1,\"note\":2}",
                "{\"id\":2,\"mail\":\"x\"}",
                "{\"id\":2,\"new\":true}",
                "{\"id\":2,\"l\":[{\"new\":true}]}"
            })
    void whatIsNotCertainIsChangedAsAWhole(String record) {
        written("[{\"id\":1,\"email\":\"a\",\"phone\":\"1\"}]", "[" + record + ", {\"id\":3}]");

        assertThat(changes.whole).hasSize(2).last().isEqualTo(record);
    }

    @Test
    void aKeyIsKnownHoweverItIsSpelled() {
        Run run = written("[{\"id\":1,\"email\":\"a\"}]", "[{\"\\u0065mail\":\"b\",\"\\u006eote\":1,\"i\\u0064\":2}]");

        assertThat(run.data("t")).containsExactly(Map.of("id", "1", "mail", "*3"), Map.of("id", "2", "mail", "*3"));
        assertThat(changes.whole).hasSize(1);
    }

    @Test
    void oneKindOfChangesFollowsAnotherAndNone() {
        Run run = written("[{\"id\":1,\"email\":\"a\"}]");
        write(run, "[{\"id\":2,\"email\":\"b\"}]", new TestChanges().rename("email", "mail"));
        run.page("[{\"id\":3,\"mail\":\"c\",\"email\":\"d\"}]");
        write(run, "[{\"id\":4,\"email\":\"e\"}]", changes);

        assertThat(run.finish().data("t"))
                .containsExactly(
                        Map.of("id", "1", "mail", "*3"),
                        Map.of("id", "2", "mail", "b"),
                        Map.of("id", "3", "mail", "c", "email", "d"),
                        Map.of("id", "4", "mail", "*3"));
    }

    @Test
    void aRecordThatCannotBeChangedIsPutAsideInPlaceOfItsRow() {
        Run run = Run.quarantining(ResourceHints.none(), refused);
        write(
                run,
                "[{\"id\":1,\"email\":\"a\"},{\"id\":2,\"email\":13},{\"id\":3,\"mail\":1,\"email\":\"b\"}]",
                changes);
        write(run, "[{\"id\":4,\"email\":\"c\"}]", changes);
        run.finish();

        assertThat(run.tables.values("t", "id")).containsExactly("1", "4");
        assertThat(refused.records)
                .extracting(BadRecord::reason)
                .containsExactly("the value does not fit", "the name is taken");
        assertThat(refused.records).extracting(BadRecord::kind).containsOnly(BadRowKind.STEP);
        assertThat(refused.texts()).containsOnly("{\"shown\":\"***\"}");
        assertThat(run.normaliser().records()).isEqualTo(4);
        assertThat(run.normaliser().leftOut()).isEqualTo(Map.of(Normaliser.QUARANTINED, 2L));
    }

    @Test
    void aRecordThatCannotBeChangedEndsTheRunWhereNothingIsPutAside() {
        Run run = Run.of(ResourceHints.none());

        assertThatThrownBy(() -> write(run, "[{\"id\":1},{\"id\":2,\"phone\":13}]", changes))
                .isInstanceOf(DataException.class)
                .hasMessage("the value does not fit in record 2");
        assertThat(run.finish().tables.names()).isEmpty();
    }

    @Test
    void whatIsPutAsideForAnotherReasonIsTheChangedRecord() {
        SchemaContract frozen = new SchemaContract(ContractMode.EVOLVE, ContractMode.FREEZE, ContractMode.EVOLVE);
        Run run = written("[{\"id\":1,\"email\":\"a\"}]").nextQuarantining(Run.withContract(frozen), refused);
        write(run, "[{\"email\":\"secret\",\"new\":1},{\"id\":2,\"email\":\"b\"}]", changes);

        assertThat(run.finish().tables.values("t", "id")).containsExactly("2");
        assertThat(refused.only().text()).isEqualTo("{\"mail\":\"*8\",\"new\":1}");
    }

    @Test
    void aBrokenPageIsNotPutAside() {
        Run run = Run.quarantining(ResourceHints.none(), refused);

        assertThatThrownBy(() -> write(run, "[{\"id\":1},{\"email\":\"secret\", ?}]", changes))
                .isInstanceOf(DataException.class);
        assertThat(refused.records).isEmpty();
        assertThat(run.finish().tables.values("t", "id")).isEmpty();
    }

    @Test
    void idsFollowFromWhatIsLoaded() {
        ResourceHints upsert = Run.merging(MergeStrategy.UPSERT, "key");
        Run changed = Run.of(upsert);
        write(changed, "[{\"id\":7,\"v\":1}]", new TestChanges().rename("id", "key"));
        Run plain = Run.of(upsert).page("[{\"key\":7,\"v\":1}]").finish();

        assertThat(changed.finish().tables.values("t", "_dlt_id")).isEqualTo(plain.tables.values("t", "_dlt_id"));
    }

    @Test
    void largePagesAreChangedToo() {
        String text = "x".repeat(1000);
        String page = IntStream.range(0, 9000)
                .mapToObj(id -> "{\"id\":" + id + ",\"email\":\"" + id + "\",\"text\":\"" + text + "\"}")
                .collect(joining(",", "[", "]"));
        Run run = written(page);

        assertThat(run.tables.values("t", "mail"))
                .hasSize(9000)
                .contains("*3", "*6")
                .doesNotContain("7");
        assertThat(changes.whole).hasSize(1);
    }

    @Provide
    Arbitrary<List<Object>> records() {
        return RandomRecords.lists();
    }

    @Property(tries = 600)
    void changedRecordsBecomeTheRowsOfTheReferenceModel(@ForAll("records") List<Object> records) {
        TestChanges few =
                new TestChanges().renameAndMask("a", "z").drop("A").mask("c_c").rename("a__b", "b");
        Run run = Run.quarantining(ResourceHints.none(), refused);
        ReferenceModel model = new ReferenceModel();
        for (Object record : records) {
            write(run, "[" + RandomRecords.json(record) + "]", few);
            Object left = left(RandomRecords.asMaps(record));
            if (left != null) {
                model.load(left);
            }
        }
        run.finish();

        model.rows.forEach(
                (table, rows) -> assertThat(run.data(table)).as(table).containsExactlyInAnyOrderElementsOf(rows));
        assertThat(run.tables.names()).containsAll(model.rows.keySet());
    }

    /** The record as the changes leave it; null when two fields would get one name. */
    private static @Nullable Object left(Object record) {
        if (!(record instanceof Map<?, ?> members)) {
            return record;
        }
        Map<String, Object> left = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            Object masked = masked(value);
            switch (String.valueOf(key)) {
                case "a" -> left.put("z", masked);
                case "A" -> {}
                case "c_c" -> left.put("c_c", masked);
                case "a__b" -> left.put("b", value);
                default -> left.put(String.valueOf(key), value);
            }
        });
        return members.containsKey("a__b") && members.containsKey("b") ? null : left;
    }

    private static Object masked(Object value) {
        if (value == RandomRecords.NULL) {
            return value;
        }
        return TestChanges.masked(value instanceof Map || value instanceof List ? "{}" : RandomRecords.json(value));
    }
}
