package dev.headrace.rest.read;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.headrace.SourceException;
import dev.headrace.json.JsonTree;
import dev.headrace.quarantine.BadRowKind;
import dev.headrace.quarantine.RefusedRecord;
import dev.headrace.rest.RestSource;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that a cursor judges before the sink makes the changes of the steps. */
class SinkChangesTest {

    private static final String NAME = "{'rename': {'b': 'named'}}";
    private static final String MASK = "{'mask': {'a': 'redact'}}";
    private static final String FROM_3 = "'cursor_path': 'i', 'initial_value': 3";
    /** Leaves everything, and has all records go through the steps one by one. */
    private static final String WHOLE = ", {'filter': 'true'}";

    private static final List<String> CURSORS = List.of("1", "2", "2", "3", "4", "5", "5", "null", "'x'");
    private static final List<String> VALUES = List.of("1", "null", "'x'", "{'i': 9}", "[]", "'\\\\u0061'");

    private final FakeApi api = FakeApi.start();
    private final Map<String, Map<String, @Nullable Object>> states = new HashMap<>();

    @AfterEach
    void stop() {
        api.close();
    }

    private static void answers(FakeApi api, String... pages) {
        Answer[] answers = new Answer[pages.length];
        for (int i = 0; i < pages.length; i++) {
            String next = i + 1 < pages.length ? "'" + i + "'" : "null";
            answers[i] = Answer.json(json("{'data': " + pages[i] + ", 'next': " + next + "}"));
        }
        api.on("/p", answers);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static RestSource source(FakeApi api, String steps, String incremental) {
        return Reading.source("{'client': {'base_url': '" + api.url() + "'}, 'resources': [{'name': 'p',"
                + " 'processing_steps': [" + steps + "], 'endpoint': {'path': 'p', 'data_selector': 'data',"
                + " 'paginator': {'type': 'cursor', 'cursor_path': 'next', 'cursor_param': 'c'}, 'incremental': {"
                + incremental + "}}}]}");
    }

    private Reading read(String steps, String incremental) {
        return Reading.puttingAside(source(api, steps, incremental), states);
    }

    @Test
    void theSinkChangesWhatTheCursorAdmits() {
        answers(api, "[{'i': 1, 'b': 2}, {'i': 5}, {'i': 3, 'b': null}]", "[{'i': 4}]", "[{'i': 2}]");
        Reading reading = read(NAME, FROM_3);

        assertThat(reading.records("p"))
                .containsExactly(json("{'i': 5}"), json("{'i': 3, 'named': null}"), json("{'i': 4}"));
        assertThat(reading.sink("p").changed).isEqualTo(3);
        assertThat(Objects.requireNonNull(reading.completeness.get("p")).leftOut())
                .containsOnly(Map.entry("incremental", 2L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'rename': {'i': 'b'}}, {'rename': {'b': 'i'}}",
                "{'rename': {'b': 'i'}, 'exclude': ['i']}",
                "{'cast': {'b': 'text'}}"
            })
    void recordsGoThroughTheStepsFirstWhereTheyMakeADifferenceToTheCursor(String steps) {
        answers(api, "[{'i': '5', 'a': 'x'}]");

        assertThat(read(steps, "'cursor_path': 'i', 'on_cursor_value_missing': 'include'")
                        .sink("p")
                        .changed)
                .isZero();
    }

    @Test
    void aRowOfTheRunBeforeIsKnownByWhatWasLoadedOfIt() {
        answers(api, "[{'i': 3, 'a': 'x', 'b': 1}, {'i': 4, 'a': 'y'}]");
        read(MASK, FROM_3);
        answers(api, "[{'i': 4, 'a': 'other'}, {'i': 4, 'a': 'y', 'b': 1}]");

        assertThat(read(MASK, FROM_3).records("p")).containsExactly(json("{'i':4,'a':'***','b':1}"));
    }

    @Test
    void aRecordThatTheCursorCannotJudgeIsPutAsideAsTheStepsLeaveIt() {
        answers(api, "[{'i': 3, 'a': 'x'}]", "[{'i': 4, 'a': 'y'}, {'a': 'Secret', 'b': 1}]");
        Reading reading = read(MASK + ", " + NAME, FROM_3);

        assertThat(reading.sink("p").changed).isEqualTo(1);
        assertThat(reading.sink("p").refused)
                .extracting(
                        RefusedRecord::kind,
                        RefusedRecord::record,
                        refused -> refused.number().orElse(0))
                .containsExactly(tuple(BadRowKind.CURSOR, json("{'a':'***','named':1}"), 2));
    }

    @Test
    void aRecordThatNeitherTheCursorNorTheStepsCanTakeIsPutAsideByTheSteps() {
        answers(api, "[{'i': 3, 'a': 'x'}]", "[{'a': 'Secret', 'b': 1, 'named': 2}]");
        RefusedRecord refused =
                read(MASK + ", " + NAME, FROM_3).sink("p").refused.get(0);

        assertThat(refused.kind()).isEqualTo(BadRowKind.STEP);
        assertThat(refused.reason()).contains("two fields would be named 'named'");
        assertThat(refused.record()).doesNotContain("Secret");
    }

    @Test
    void aRecordThatIsPutAsideDoesNotMoveTheCursor() {
        answers(api, "[{'i': 3, 'b': 1}, {'i': 9, 'b': 1, 'named': 2}]");
        Reading first = read(NAME, FROM_3);
        answers(api, "[{'i': 5, 'b': 1}, {'i': 4, 'named': 2}]");
        Reading second = read(NAME, FROM_3);

        assertThat(first.sink("p").refused).extracting(RefusedRecord::kind).containsExactly(BadRowKind.STEP);
        assertThat(second.records("p")).containsExactly(json("{'i': 5, 'named': 1}"), json("{'i':4,'named':2}"));
        assertThat(second.sink("p").changed).isEqualTo(2);
    }

    @Test
    void theRecordThatDoesNotFitIsToldByItsPlaceOnThePage() {
        answers(api, "[{'i': 1}, {'i': 3}, {'i': 3, 'b': 1, 'named': 2}]");

        assertThatThrownBy(() -> new Reading().read(source(api, NAME, FROM_3)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("Cannot process record 3 on page 1 of resource 'p'");
    }

    @Property(tries = 150)
    void leavesWhatIsLeftWhereRecordsGoThroughTheStepsFirst(@ForAll long seed) {
        Random random = new Random(seed);
        String steps =
                List.of(MASK, NAME, MASK + ", " + NAME, "{'exclude': ['b']}").get(random.nextInt(4));
        String incremental = FROM_3 + ", 'on_cursor_value_missing': '"
                + List.of("raise", "include", "exclude").get(random.nextInt(3)) + "'"
                + List.of("", ", 'primary_key': 'i'", ", 'primary_key': []").get(random.nextInt(3));
        Map<String, Map<String, @Nullable Object>> bySink = new HashMap<>();
        Map<String, Map<String, @Nullable Object>> byStep = new HashMap<>();
        for (int run = 0; run < 2; run++) {
            String[] pages = IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(page -> page(random))
                    .toArray(String[]::new);
            assertThat(left(pages, steps, incremental, bySink))
                    .isEqualTo(left(pages, steps + WHOLE, incremental, byStep));
        }
    }

    private static String page(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(record -> random.nextInt(20) == 0 ? "'text'" : record(random))
                .collect(joining(", ", "[", "]"));
    }

    private static String record(Random random) {
        List<String> members = new ArrayList<>();
        if (random.nextInt(12) > 0) {
            members.add("'i': " + CURSORS.get(random.nextInt(CURSORS.size())));
        }
        for (String key : List.of("a", "b", "d", "named")) {
            if (random.nextInt(key.length() + 1) == 0) {
                members.add(random.nextInt(members.size() + 1), "'" + key + "': " + VALUES.get(random.nextInt(6)));
            }
        }
        return "{" + String.join(", ", members) + "}";
    }

    /** All that comes of a run. */
    private static List<Object> left(
            String[] pages, String steps, String incremental, Map<String, Map<String, @Nullable Object>> states) {
        try (FakeApi api = FakeApi.start()) {
            answers(api, pages);
            Reading reading = Reading.puttingAside(source(api, steps, incremental), states);
            return List.of(
                    reading.records("p").stream().map(SinkChangesTest::read).toList(),
                    reading.sink("p").refused.stream()
                            .map(RefusedRecord::toString)
                            .sorted() // those of a page come in another order where the steps see all of it first
                            .toList(),
                    Objects.requireNonNull(reading.completeness.get("p")),
                    reading.warnings().stream()
                            .map(text -> text.replace(api.url(), ""))
                            .toList(),
                    Reading.copy(states));
        }
    }

    private static Object read(String json) {
        return Objects.requireNonNull(JsonTree.parse(json).toJava());
    }
}
