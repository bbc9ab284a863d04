package dev.headrace.rest.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.Secret;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.source.FieldChange;
import dev.headrace.source.JsonSlice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldEditTest {

    private static final List<String> KEYS = List.of("a", "b", "c", "né", "value");
    private static final List<String> VALUES =
            List.of("1", "null", "\"x\\\"y\"", "{\"a\" : [1, {\"b\":2}]}", "[ ]", "\"12\"", "true");

    private static final StepDefinition MASK = Reshape.mask(Map.of("a", new Mask.Redact()));

    private static Optional<FieldEdit> edit(MaskWatch watch, StepDefinition... steps) {
        return new ProcessingSteps(List.of(steps)).fieldEdit(watch);
    }

    private static String changed(FieldEdit edit, String record) {
        byte[] bytes = record.getBytes(UTF_8);
        return edit.changed(new JsonSlice(bytes, 0, bytes.length)).text();
    }

    /** What a sink makes of a record on the way; null where it is not certain. */
    private static @Nullable String onTheWay(FieldEdit edit, String record) {
        if (!(JsonTree.parse(record) instanceof JsonObject object)) {
            return null;
        }
        Map<String, String> left = new LinkedHashMap<>();
        Set<String> newNames = edit.fields().values().stream()
                .flatMap(change -> change.name().stream())
                .collect(toSet());
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            FieldChange change = edit.fields()
                    .getOrDefault(member.getKey(), new FieldChange(Optional.empty(), Optional.empty(), false));
            String source = member.getValue().source();
            JsonSlice value =
                    change.value().isPresent() ? change.value().get().of(JsonSlice.of(source)) : JsonSlice.of(source);
            if (value == null
                    || newNames.contains(member.getKey()) && !edit.fields().containsKey(member.getKey())) {
                return null;
            }
            if (!change.dropped()) {
                left.put(change.name().orElse(member.getKey()), value.text());
            }
        }
        return left.entrySet().stream()
                .map(member -> JsonText.write(member.getKey()) + ":" + member.getValue())
                .collect(joining(",", "{", "}"));
    }

    /** The record that steps leave; null where one fails. */
    private static @Nullable JsonValue left(List<StepDefinition> steps, MaskWatch watch, String record) {
        List<JsonValue> left = new ArrayList<>();
        try {
            new ProcessingSteps(steps).open(watch).orElseThrow().accept(JsonTree.parse(record), left::add);
            return left.get(0);
        } catch (StepFailedException e) {
            return null;
        }
    }

    @Test
    void doesSeveralStepsAtOnce() {
        MaskWatch watch = new MaskWatch();
        StepDefinition named = Reshape.rename(Map.of("a", "x", "b", "y"));
        StepDefinition hidden = Reshape.mask(Map.of("x", new Mask.Redact()));
        StepDefinition cast = Reshape.cast(Map.of("y", Cast.TEXT));
        StepDefinition dropped = Reshape.exclude(List.of("c"));
        FieldEdit edit = edit(watch, named, hidden, cast, dropped).orElseThrow();
        String record = "{\"a\":1,\"b\":2,\"c\":3,\"d\":4}";

        assertThat(onTheWay(edit, record)).isEqualTo("{\"x\":\"***\",\"y\":\"2\",\"d\":4}");
        assertThat(changed(edit, record)).isEqualTo("{\"x\":\"***\",\"y\":\"2\",\"d\":4}");
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
    void isNotThereWithoutSteps() {
        assertThat(edit(new MaskWatch())).isEmpty();
    }

    @Test
    void leavesAFailureToTheStep() {
        FieldEdit edit =
                edit(new MaskWatch(), Reshape.cast(Map.of("a", Cast.BIGINT))).orElseThrow();

        assertThat(changed(edit, "{\"a\":\"1\"}")).isEqualTo("{\"a\":1}");
        assertThat(onTheWay(edit, "{\"a\":\"one\"}")).isNull();
        assertThatThrownBy(() -> changed(edit, "{\"a\":\"one\"}"))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("\"one\" of 'a' is no bigint");
        assertThat(changed(edit, "{\"a\":\"2\"}")).isEqualTo("{\"a\":2}");
    }

    @Test
    void leavesARecordToTheStepsOfWhichItIsNotCertain() {
        FieldEdit edit = edit(new MaskWatch(), Reshape.mask(Map.of("value", new Mask.Redact())))
                .orElseThrow();

        assertThat(changed(edit, "\"text\"")).isEqualTo("{\"value\":\"***\"}");
        assertThat(changed(edit, "{\"value\":1,\"value\":2}")).isEqualTo("{\"value\":\"***\"}");
        assertThat(changed(edit, "{\"v\\u0061lue\":1}")).contains("***").doesNotContain("1}");
    }

    @Test
    void isSettledWhenEachMaskHasMetItsField() {
        MaskWatch watch = new MaskWatch();
        FieldEdit edit = edit(watch, MASK).orElseThrow();

        left(List.of(MASK), watch, "{\"b\":1}");
        assertThat(edit.isSettled()).isFalse();
        left(List.of(MASK), watch, "{\"a\":1}");

        assertThat(edit.isSettled()).isTrue();
        assertThat(watch.warnings()).isEmpty();
    }

    @Test
    void isSettledWhenAMaskHasSeenManyFieldsButNotItsOwn() {
        MaskWatch watch = new MaskWatch();
        FieldEdit edit = edit(watch, MASK).orElseThrow();
        left(
                List.of(MASK),
                watch,
                IntStream.range(0, 30).mapToObj(key -> "\"k" + key + "\":0").collect(joining(",", "{", "}")));

        assertThat(edit.isSettled()).isTrue();
        watch.see(2);
        assertThat(watch.warnings())
                .singleElement()
                .asString()
                .contains("'a' hides nothing", "none of 3 records has that field", "their fields: k0, k1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "{\"a\":null}", "{\"a\":1,\"a\":2}", "{\"\\u0061\":1}"})
    void takesNoteOfAFieldThatAMaskMeetsLate(String record) {
        MaskWatch watch = new MaskWatch();
        FieldEdit edit = edit(watch, MASK).orElseThrow();
        watch.see(1);

        changed(edit, record);

        assertThat(watch.met()).containsExactly("a");
        assertThat(watch.warnings()).isEmpty();
    }

    @Property(tries = 5000)
    void leavesWhatTheStepsLeave(@ForAll long seed) {
        Random random = new Random(seed);
        List<StepDefinition> steps = steps(random);
        MaskWatch together = new MaskWatch();
        MaskWatch alone = new MaskWatch();
        Optional<FieldEdit> possible = new ProcessingSteps(steps).fieldEdit(together);
        for (int count = possible.isEmpty() ? 0 : random.nextInt(4); count > 0; count--) {
            String record = record(random);
            assertLeaves(left(steps, alone, record), possible.get(), record);
            assertThat(together.met()).containsAll(alone.met());
        }
    }

    private static void assertLeaves(@Nullable JsonValue left, FieldEdit edit, String record) {
        String onTheWay = onTheWay(edit, record);
        if (onTheWay != null) {
            assertThat(members(JsonTree.parse(onTheWay))).as(record).isEqualTo(members(left));
        }
        if (left == null) {
            assertThatThrownBy(() -> changed(edit, record)).isInstanceOf(StepFailedException.class);
        } else {
            assertThat(members(JsonTree.parse(changed(edit, record))))
                    .as(record)
                    .isEqualTo(members(left));
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

    private static String record(Random random) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int more = random.nextInt(5); more > 0; more--) {
            members.put(KEYS.get(random.nextInt(KEYS.size())), VALUES.get(random.nextInt(VALUES.size())));
        }
        String object = members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\": " + member.getValue())
                .collect(joining(" ,", "{", "}"));
        return random.nextInt(9) == 0 ? "\"text\"" : object;
    }

    private static List<String> members(@Nullable JsonValue record) {
        List<String> members = new ArrayList<>();
        if (record instanceof JsonObject object) {
            object.members().forEach((key, value) -> members.add(key + ":" + value.source()));
        } else {
            members.add(record == null ? "failed" : record.source());
        }
        return members;
    }
}
