package dev.headrace.engine.normalise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageRecords;
import dev.headrace.source.ResourceHints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where records are found in pages, what is added to them, and what happens to pages that are broken. */
class PagesTest {

    private final Run run = Run.of(ResourceHints.none());

    @Test
    void findsTheRecordsAtAPath() {
        String page = "{\"n\":2,\"data\":{\"other\":[9],\"items\": [{\"id\":1},{\"id\":2}] },\"next\":\"x\"}";
        PageRecords found = run.found(page, List.of("data", "items"));

        assertThat(found.count()).isEqualTo(2);
        assertThat(page.substring(found.start(), found.end())).isEqualTo("[{\"id\":1},{\"id\":2}]");
        assertThat(run.finish().tables.values("t", "id")).containsExactly("1", "2");
    }

    @Test
    void tellsNullFromMissing() {
        assertThat(run.found("{\"items\":null}", List.of("items"))).isEqualTo(new PageRecords(0, 9, 13));
        assertThat(run.found("{\"item\":[1]}", List.of("items")).found()).isFalse();
        assertThat(run.found("[1]", List.of("items")).found()).isFalse();
        assertThat(run.found("{\"items\":{\"id\":5}}", List.of("items")).count())
                .isEqualTo(1);
        assertThat(run.finish().tables.values("t", "id")).containsExactly("5");
    }

    @Test
    void takesTheLastOfEqualKeysOnTheWay() {
        PageRecords found = run.found("{\"a\":{\"b\":[1,2]},\"a\":{\"b\":[3]}}", List.of("a", "b"));
        assertThat(found.count()).isEqualTo(1);
        assertThat(run.found("{\"a\":{\"b\":[4]},\"a\":7}", List.of("a", "b")).found())
                .isFalse();

        assertThat(run.finish().tables.values("t", "value")).containsExactly("3");
        assertThat(run.normaliser().records()).isEqualTo(1);
    }

    @Test
    void writesNothingOfABrokenPage() {
        run.page("[{\"id\":1,\"l\":[1]}]");

        assertThatThrownBy(() -> run.page("[{\"id\":2,\"l\":[1,2]},{\"id\":3,,}]"))
                .isInstanceOfSatisfying(DataException.class, e -> {
                    assertThat(e.kind()).isEqualTo(FailureKind.DATA);
                    assertThat(e.phase()).isEqualTo(Phase.EXTRACT);
                    assertThat(e.message()).contains("'t'", "byte 28", "{\"id\":3,,}");
                });
        run.page("[{\"id\":4}]").finish();

        assertThat(run.tables.values("t", "id")).containsExactly("1", "4");
        assertThat(run.tables.values("t__l", "value")).containsExactly("1");
    }

    @Test
    void writesNothingOfABrokenLargePage() {
        String page = "[" + ("{\"id\":1,\"text\":\"" + "0123456789".repeat(100) + "\"},").repeat(9000);

        assertThatThrownBy(() -> run.page(page + "{]")).isInstanceOf(DataException.class);
        assertThat(run.found(page + "{}]", List.of()).count()).isEqualTo(9001);

        assertThat(run.finish().tables.all("t")).hasSize(9001);
        assertThat(run.tables.batches).isEqualTo(2);
    }

    @Test
    void addsFieldsToEachRecord() {
        Addition parent = new Addition("_posts_id", JsonSlice.of("7"));
        run.found("[{\"id\":1},{\"id\":2,\"_posts_id\":\"own\"},{\"l\":[{\"id\":3}]},{\"id\":4}]", List.of(), parent);
        run.normaliser().writeRecord(JsonSlice.of("{\"id\":5}"), List.of(parent));

        assertThat(run.finish().data("t"))
                .containsExactly(
                        Map.of("id", "1", "_posts_id", "7"),
                        Map.of("id", "2", "_posts_id", "7"),
                        Map.of("_posts_id", "7"),
                        Map.of("id", "4", "_posts_id", "7"),
                        Map.of("id", "5", "_posts_id", "7"));
        assertThat(run.data("t__l")).containsExactly(Map.of("id", "3"));
    }

    @Test
    void keepsTheLastOfEqualKeys() {
        run.page("[{\"a\":1,\"b\":2}]")
                .page("[{\"a\":1,\"b\":{\"x\":1,\"x\":2},\"a\":\"3\"},{\"a\":5,\"a\":null},{\"l\":[1],\"l\":[2,3]}]");

        assertThat(run.finish().data("t"))
                .containsExactly(Map.of("a", "1", "b", "2"), Map.of("a", "3", "b__x", "2"), Map.of(), Map.of());
        assertThat(run.tables.values("t__l", "value")).containsExactly("2", "3");
    }

    @Test
    void keepsTheLaterOfCollidingKeysAndWarnsOnce() {
        run.page(
                        "[{\"camelCase\":1,\"camel_case\":2},{\"camel_case\":3},{\"camelCase\":4},{\"camelCase\":5,\"camel_case\":\"x\"}]")
                .page("[{\"camel_case\":6,\"camelCase\":7},{\"camelCase\":8,\"camel_case\":null}]");

        assertThat(run.finish().data("t"))
                .containsExactly(
                        Map.of("camel_case", "2"),
                        Map.of("camel_case", "3"),
                        Map.of("camel_case", "4"),
                        Map.of("camel_case__v_text", "x"),
                        Map.of("camel_case", "7"),
                        Map.of());
        assertThat(run.warnings).singleElement().asString().contains("'camelCase'", "'camel_case'", "'t'");
    }

    @Test
    void namesTheKeyOfANestedValueWithTheKeysAroundIt() {
        Run run = Run.of(ResourceHints.none()).page("[{\"a\":{\"b\":1},\"a__b\":2}]");
        run.finish();
        assertThat(run.warnings).singleElement().asString().contains("'a.b'", "'a__b'", "'t'");
    }

    @Test
    void warnsOfKeysThatCollideInASingleRecord() {
        run.page("[{\"A b\":1,\"a_b\":2}]");

        assertThat(run.finish().data("t")).containsExactly(Map.of("a_b", "2"));
        assertThat(run.warnings).singleElement().asString().contains("'A b'", "'a_b'", "'t'");
    }

    @Test
    void prefersTheFlattenedValueToTheLiteralKey() {
        run.page("[{\"a__b\":1,\"a\":{\"b\":2}},{\"a\":{\"b\":3},\"a__b\":4}]");

        assertThat(run.finish().tables.values("t", "a__b")).containsExactly("2", "3");
    }

    @Test
    void keepsTheLastOfCollidingLists() {
        run.page("[{\"l\":[1,2],\"L\":[3]},{\"l\":[4]},{\"L\":[5],\"l\":[6]}]");

        assertThat(run.finish().tables.values("t__l", "value")).containsExactly("3", "4", "6");
    }

    @Test
    void takesKeysInAnyOrderAndWithGaps() {
        run.page(
                "[{\"a\":1,\"b\":2,\"c\":3},{\"c\":6,\"a\":4},{\"b\":8,\"c\":9,\"a\":7},{\"c\":10},{\"a\":11,\"c\":12,\"d\":13}]");

        assertThat(run.finish().data("t"))
                .containsExactly(
                        Map.of("a", "1", "b", "2", "c", "3"),
                        Map.of("a", "4", "c", "6"),
                        Map.of("a", "7", "b", "8", "c", "9"),
                        Map.of("c", "10"),
                        Map.of("a", "11", "c", "12", "d", "13"));
    }

    @Test
    void takesKeysThatHaveNoOrderForLongAndThenHaveOne() {
        Random random = new Random(7);
        List<String> records = new ArrayList<>();
        for (int record = 0; record < 700; record++) {
            List<String> keys = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
            if (record % 350 < 250) {
                Collections.shuffle(keys, random);
            }
            int id = record;
            records.add(keys.stream()
                    .map(key -> "\"" + key + "\":\"" + key + id + "\"")
                    .collect(joining(",", "{", "}")));
        }

        run.page("[" + String.join(",", records) + "]").finish();

        for (String key : List.of("a", "e")) {
            assertThat(run.tables.values("t", key))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 700).mapToObj(id -> key + id).toList());
        }
    }

    @Test
    void handsOverFullBatches() {
        String page = "[" + "{\"l\":[1,2]},".repeat(999) + "{\"l\":[1,2]}]";
        for (int i = 0; i < 50; i++) {
            run.page(page);
        }

        assertThat(run.finish().tables.all("t")).hasSize(50_000);
        assertThat(run.tables.all("t__l")).hasSize(100_000);
        assertThat(run.tables.values("t__l", "_dlt_parent_id")).hasSize(100_000);
        assertThat(run.tables.batches).isEqualTo(3 + 5);
    }

    @Test
    void namesAMissingKeyColumn() {
        Run upsert = Run.of(Run.merging(MergeStrategy.UPSERT, "id"));

        assertThatThrownBy(() -> upsert.page("[{\"id\":1},{\"x\":1}]")).hasMessageContainingAll("'id'", "record 2");
    }

    @Test
    void onlyCountsForResourcesThatAreNotLoaded() {
        byte[] page = "{\"items\":[1,2,3]}".getBytes(UTF_8);
        CountingSink sink = CountingSink.checking("parents");

        assertThat(sink.writePage(page, page.length, List.of("items"), List.of())
                        .count())
                .isEqualTo(3);
        assertThatThrownBy(() -> sink.writePage(page, page.length - 1, List.of("items"), List.of()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'parents'");
    }
}
