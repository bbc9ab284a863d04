package dev.headrace.rest.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.Secret;
import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageEditTest {

    private static final List<String> KEYS = List.of("a", "b", "c", "né", "value");
    private static final List<String> VALUES =
            List.of("1", "null", "\"x\\\"y\"", "{\"a\" : [1, {\"b\":2}]}", "[ ]", "\"12\"", "true");

    private static final StepDefinition MASK = Reshape.mask(Map.of("a", new Mask.Redact()));

    private static Optional<PageEdit> edit(MaskWatch watch, StepDefinition... steps) {
        return new ProcessingSteps(List.of(steps)).pageEdit(watch);
    }

    private static @Nullable String changed(PageEdit edit, String page) {
        byte[] bytes = page.getBytes(UTF_8);
        return edit.apply(bytes, 0, bytes.length, List.of()) ? new String(edit.text(), 0, edit.length(), UTF_8) : null;
    }

    /** The records that steps leave one by one; null where one fails. */
    private static @Nullable List<JsonValue> left(List<StepDefinition> steps, MaskWatch watch, JsonArray page) {
        RecordStep step = new ProcessingSteps(steps).open(watch).orElseThrow();
        List<JsonValue> left = new ArrayList<>();
        try {
            page.elements().forEach(record -> step.accept(record, left::add));
            return left;
        } catch (StepFailedException e) {
            return null;
        }
    }

    private static void see(List<StepDefinition> steps, MaskWatch watch, String record) {
        left(steps, watch, (JsonArray) JsonTree.parse("[" + record + "]"));
    }

    @Test
    void doesSeveralStepsInOnePass() {
        MaskWatch watch = new MaskWatch();
        StepDefinition named = Reshape.rename(Map.of("a", "x", "b", "y"));
        StepDefinition hidden = Reshape.mask(Map.of("x", new Mask.Redact()));
        StepDefinition cast = Reshape.cast(Map.of("y", Cast.TEXT));
        StepDefinition dropped = Reshape.exclude(List.of("c"));
        see(List.of(named, hidden, cast, dropped), watch, "{\"a\":1}");

        PageEdit edit = edit(watch, named, hidden, cast, dropped).orElseThrow();

        assertThat(changed(edit, "[{\"a\":1,\"b\":2,\"c\":3,\"d\":4}]"))
                .isEqualTo("[{\"x\":\"***\",\"y\":\"2\",\"d\":4}]");
        assertThat(watch.met()).containsExactly("x");
    }

    @Test
    void isNotForStepsThatLookAtWholeRecordsOrWithinFields() {
        MaskWatch watch = new MaskWatch();

        assertThat(edit(watch, MASK, Steps.filter("true"))).isEmpty();
        assertThat(edit(watch, Reshape.mask(Map.of("a.b", new Mask.Redact())))).isEmpty();
        assertThat(edit(watch, Reshape.include(List.of("a")))).isEmpty();
    }

    @Test
    void isNotForStepsWhoseOrderMatters() {
        MaskWatch watch = new MaskWatch();

        assertThat(edit(watch, Reshape.rename(Map.of("a", "b", "b", "a")))).isEmpty();
        assertThat(edit(watch, Reshape.exclude(List.of("b")), Reshape.rename(Map.of("a", "b"))))
                .isEmpty();
        assertThat(edit(watch, Reshape.rename(Map.of("a", "b")), Reshape.exclude(List.of("a"))))
                .isEmpty();
        assertThat(edit(watch, MASK, MASK)).isEmpty();
    }

    @Test
    void leavesAFailureToTheStep() {
        PageEdit edit =
                edit(new MaskWatch(), Reshape.cast(Map.of("a", Cast.BIGINT))).orElseThrow();

        assertThat(changed(edit, "[{\"a\":\"1\"}]")).isEqualTo("[{\"a\":1}]");
        assertThat(changed(edit, "[{\"a\":\"one\"}]")).isNull();
        assertThat(changed(edit, "[{\"a\":\"2\"}]")).isEqualTo("[{\"a\":2}]");
    }

    @Test
    void leavesPagesToTheStepsUntilEachMaskHasMetItsField() {
        MaskWatch watch = new MaskWatch();
        PageEdit edit = edit(watch, MASK).orElseThrow();

        assertThat(changed(edit, "[{\"b\":1}]")).isNull();
        see(List.of(MASK), watch, "{\"b\":1}");
        assertThat(changed(edit, "[{\"b\":1}]")).isNull();
        see(List.of(MASK), watch, "{\"a\":1}");

        assertThat(changed(edit, "[{\"b\":1},{\"a\":2}]")).isEqualTo("[{\"b\":1},{\"a\":\"***\"}]");
        assertThat(watch.warnings()).isEmpty();
    }

    @Test
    void countsTheRecordsForAMaskThatHasSeenManyFieldsButNotItsOwn() {
        MaskWatch watch = new MaskWatch();
        PageEdit edit = edit(watch, MASK).orElseThrow();
        see(
                List.of(MASK),
                watch,
                IntStream.range(0, 30).mapToObj(key -> "\"k" + key + "\":0").collect(joining(",", "{", "}")));

        assertThat(changed(edit, "[{\"b\":1},{\"b\":2}]")).isEqualTo("[{\"b\":1},{\"b\":2}]");
        assertThat(watch.warnings())
                .singleElement()
                .asString()
                .contains("'a' hides nothing", "none of 3 records has that field", "their fields: k0, k1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1}", "{\"n\":NaN}", "[1 2]", "[\"\\x\"]", "{\"a\":1,}", "[01]"})
    void leavesAPageAloneThatIsNoJsonWithinAField(String value) {
        MaskWatch watch = new MaskWatch();
        see(List.of(MASK), watch, "{\"a\":1}");

        assertThat(changed(edit(watch, MASK).orElseThrow(), "[{\"a\":1,\"b\":" + value + "}]"))
                .isNull();
        assertThat(changed(edit(watch, MASK).orElseThrow(), "[{\"a\":" + value + ",\"b\":1}]"))
                .isNull();
        assertThat(changed(edit(watch, Reshape.exclude(List.of("b"))).orElseThrow(), "[{\"a\":1,\"b\":" + value + "}]"))
                .isNull();
    }

    @Property(tries = 5000)
    void leavesWhatTheStepsLeaveOrNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<StepDefinition> steps = steps(random);
        MaskWatch together = new MaskWatch();
        MaskWatch alone = new MaskWatch();
        for (String key : KEYS) { // so that masks have met their fields
            see(steps, together, "{\"" + key + "\":\"1\"}");
            see(steps, alone, "{\"" + key + "\":\"1\"}");
        }
        PageEdit edit = new ProcessingSteps(steps).pageEdit(together).orElse(null);
        String page = page(random);

        String changed = edit == null ? null : changed(edit, page);

        if (changed != null) {
            List<JsonValue> left = left(steps, alone, (JsonArray) JsonTree.parse(page));
            JsonArray records = (JsonArray) JsonTree.parse(changed);
            assertThat(members(records.elements())).as(page).isEqualTo(left == null ? null : members(left));
            assertThat(together.met()).isEqualTo(alone.met());
            assertThat(together.warnings()).hasSameSizeAs(alone.warnings());
        }
    }

    private static List<StepDefinition> steps(Random random) {
        List<StepDefinition> steps = new ArrayList<>();
        for (int count = random.nextInt(4); count >= 0; count--) {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            String other = KEYS.get(random.nextInt(KEYS.size()));
            steps.add(
                    switch (random.nextInt(5)) {
                        case 0 -> Reshape.exclude(List.of(key, other));
                        case 1 -> Reshape.rename(Map.of(key, other));
                        case 2 -> Reshape.rename(key.equals(other) ? Map.of(key, "x") : Map.of(key, other, other, "x"));
                        case 3 -> Reshape.cast(Map.of(key, Cast.values()[random.nextInt(Cast.values().length)]));
                        default ->
                            Reshape.mask(Map.of(
                                    key, random.nextBoolean() ? new Mask.Hash() : new Mask.KeyedHash(Secret.of("k"))));
                    });
        }
        return steps;
    }

    private static String page(Random random) {
        List<String> records = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            Map<String, String> members = new LinkedHashMap<>();
            for (int more = random.nextInt(5); more > 0; more--) {
                members.put(KEYS.get(random.nextInt(KEYS.size())), VALUES.get(random.nextInt(VALUES.size())));
            }
            List<String> texts = new ArrayList<>();
            members.forEach((key, value) -> texts.add("\"" + key + "\": " + value));
            records.add(random.nextInt(9) == 0 ? "\"text\"" : "{" + String.join(" ,", texts) + "}");
        }
        return "[" + String.join(", ", records) + "]";
    }

    private static List<String> members(List<JsonValue> records) {
        List<String> members = new ArrayList<>();
        for (JsonValue record : records) {
            ((JsonObject) record).members().forEach((key, value) -> members.add(key + ":" + value.source()));
            members.add("and");
        }
        return members;
    }
}
