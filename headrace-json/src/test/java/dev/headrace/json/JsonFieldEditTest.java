package dev.headrace.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFieldEditTest {

    private static final List<String> KEYS = List.of("id", "name", "né", "x", "y", "a longer key", "");
    private static final List<String> VALUES =
            List.of("1", "null", "\"x\\\"y\"", "{\"id\" : [1, {\"name\":2}]}", "[ ]", "-1.50", "true");

    private static final JsonFieldEdit.Change STARS = new JsonFieldEdit.Change(
            Optional.empty(), Optional.of(value -> JsonString.of("*" + value.source())), false);
    private static final JsonFieldEdit.Change GONE = new JsonFieldEdit.Change(Optional.empty(), Optional.empty(), true);

    private static JsonFieldEdit.Change named(String name) {
        return new JsonFieldEdit.Change(Optional.of(name), Optional.empty(), false);
    }

    private static JsonFieldEdit edit(Map<String, JsonFieldEdit.Change> changes) {
        return JsonFieldEdit.of(changes).orElseThrow();
    }

    private static String changed(JsonFieldEdit edit, String text) {
        byte[] bytes = ("??" + text + "??").getBytes(UTF_8);
        return edit.apply(bytes, 2, bytes.length - 2) ? new String(edit.text(), 0, edit.length(), UTF_8) : "left alone";
    }

    @Test
    void changesMembersAndCopiesTheRestAsItStands() {
        JsonFieldEdit edit = edit(Map.of("id", named("key"), "name", STARS, "x", GONE));

        assertThat(changed(edit, " {\"x\": 0, \"id\" : 7, \"name\":\"a\", \"n\" :{\"id\": 1} } "))
                .isEqualTo(" {\"key\" : 7, \"name\":\"*\\\"a\\\"\", \"n\" :{\"id\": 1} } ");
        assertThat(changed(edit, "{\"name\":null , \"x\":1}")).isEqualTo("{\"name\":\"*null\"}");
    }

    @Test
    void dropsMembersWhereverTheyStand() {
        JsonFieldEdit edit = edit(Map.of("x", GONE, "y", GONE));

        assertThat(changed(edit, "{\"x\":1}")).isEqualTo("{}");
        assertThat(changed(edit, "{\"x\":1,\"y\":2}")).isEqualTo("{}");
        assertThat(changed(edit, "{\"y\":1, \"a\":2}")).isEqualTo("{\"a\":2}");
        assertThat(changed(edit, "{\"a\":1 , \"x\":2}")).isEqualTo("{\"a\":1}");
        assertThat(changed(edit, "{}")).isEqualTo("{}");
        assertThat(changed(edit, "{\"x\":1,\"a\":2,\"y\":3,\"b\":4}")).isEqualTo("{\"a\":2,\"b\":4}");
    }

    @Test
    void givesAFieldANameAndAValueAtOnce() {
        JsonFieldEdit edit = edit(Map.of("id", new JsonFieldEdit.Change(Optional.of("né \""), STARS.value(), false)));

        assertThat(changed(edit, "{\"a\":0,\"id\":\"1\"}")).isEqualTo("{\"a\":0,\"né \\\"\":\"*\\\"1\\\"\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no JSON | {\"id\":1,}",
                "cut | {\"id\":1",
                "no JSON within a value | {\"id\":1,\"n\":[01]}",
                "something behind | {\"id\":1} 2",
                "no object | [{\"id\":1}]",
                "a key with escapes | {\"\\u0069d\":1}",
                "a changed key twice | {\"id\":1,\"id\":2}",
                "a name that is there | {\"id\":1,\"key\":2}",
                "a name that is there before | {\"key\":null,\"id\":1}",
            })
    void leavesATextAloneThatIs(String what, String text) {
        assertThat(changed(edit(Map.of("id", named("key"))), text)).as(what).isEqualTo("left alone");
    }

    @Test
    void leavesAnObjectAloneForWhichThereIsNoNewValue() {
        JsonFieldEdit edit = edit(Map.of(
                "id",
                new JsonFieldEdit.Change(
                        Optional.of("key"), Optional.of(value -> value instanceof JsonString ? null : value), false)));

        assertThat(changed(edit, "{\"id\":1}")).isEqualTo("{\"key\":1}");
        assertThat(changed(edit, "{\"a\":1,\"id\":\"1\"}")).isEqualTo("left alone");
        assertThat(changed(edit, "{\"id\":2,\"a\":1}")).isEqualTo("{\"key\":2,\"a\":1}");
    }

    @Test
    void takesNoMoreKeysThanItCanTellApart() {
        Map<String, JsonFieldEdit.Change> many = new LinkedHashMap<>();
        for (int number = 0; number < 32; number++) {
            many.put("k" + number, named("n" + number));
        }

        assertThat(changed(edit(many), "{\"k31\":1,\"k0\":2}")).isEqualTo("{\"n31\":1,\"n0\":2}");
        assertThat(changed(edit(many), "{\"k31\":1,\"n31\":2}")).isEqualTo("left alone");
        many.put("k32", GONE);
        assertThat(JsonFieldEdit.of(many)).isEmpty();
    }

    @Property(tries = 3000)
    void changesWhatEditingOneObjectAfterAnotherChanges(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, JsonFieldEdit.Change> changes = changes(random);
        JsonFieldEdit edit = edit(changes);
        for (int number = random.nextInt(4); number >= 0; number--) {
            String text = object(random);

            String changed = changed(edit, text);

            if (!changed.equals("left alone")) {
                JsonObject alone = one((JsonObject) JsonTree.parse(text), changes);
                assertThat(members(JsonTree.parse(changed))).as(text).isEqualTo(members(alone));
            }
        }
    }

    private static Map<String, JsonFieldEdit.Change> changes(Random random) {
        Map<String, JsonFieldEdit.Change> changes = new LinkedHashMap<>();
        for (int count = random.nextInt(3); count >= 0; count--) {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            changes.put(
                    key,
                    switch (random.nextInt(4)) {
                        case 0 -> GONE;
                        case 1 -> STARS;
                        case 2 -> named("new " + key);
                        default -> new JsonFieldEdit.Change(Optional.of(key + "2"), STARS.value(), false);
                    });
        }
        return changes;
    }

    private static String object(Random random) {
        List<String> members = new ArrayList<>();
        for (int count = random.nextInt(5); count > 0; count--) {
            String space = " ".repeat(random.nextInt(2));
            members.add(space + "\"" + KEYS.get(random.nextInt(KEYS.size())) + "\"" + space + ":" + space
                    + VALUES.get(random.nextInt(VALUES.size())) + space);
        }
        return "{" + String.join(",", members) + "}";
    }

    private static JsonObject one(JsonObject object, Map<String, JsonFieldEdit.Change> changes) {
        JsonEdit edit = new JsonEdit(object);
        changes.forEach((key, change) -> {
            int place = edit.place(key);
            if (place >= 0 && change.dropped()) {
                edit.drop(place);
            } else if (place >= 0) {
                change.value().ifPresent(made -> edit.put(place, Objects.requireNonNull(made.of(edit.value(place)))));
                change.name().ifPresent(name -> edit.rename(place, name));
            }
        });
        return edit.object();
    }

    private static List<String> members(JsonValue object) {
        return ((JsonObject) object)
                .members().entrySet().stream()
                        .map(member -> member.getKey() + ":" + member.getValue().source())
                        .toList();
    }
}
