package dev.headrace.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonListEditTest {

    private static final List<String> KEYS = List.of("id", "name", "né", "x", "y", "a longer key", "");
    private static final List<String> VALUES =
            List.of("1", "null", "\"x\\\"y\"", "{\"id\" : [1, {\"name\":2}]}", "[ ]", "-1.50", "true");

    private static final JsonListEdit.Change STARS =
            new JsonListEdit.Change(Optional.empty(), Optional.of(value -> JsonString.of("*" + value.source())), false);
    private static final JsonListEdit.Change GONE = new JsonListEdit.Change(Optional.empty(), Optional.empty(), true);

    private static JsonListEdit.Change named(String name) {
        return new JsonListEdit.Change(Optional.of(name), Optional.empty(), false);
    }

    private static JsonListEdit edit(Map<String, JsonListEdit.Change> changes) {
        return JsonListEdit.of(changes).orElseThrow();
    }

    private static String changed(JsonListEdit edit, String text, String... path) {
        byte[] bytes = ("??" + text + "??").getBytes(UTF_8);
        return edit.apply(bytes, 2, bytes.length - 2, List.of(path))
                ? new String(edit.text(), 0, edit.length(), UTF_8)
                : "left alone";
    }

    @Test
    void changesTheObjectsOfAListAndCopiesTheRestAsItStands() {
        JsonListEdit edit = edit(Map.of("id", named("key"), "name", STARS, "x", GONE));

        String text = changed(
                edit,
                " {\"n\" : 1, \"data\":[ {\"x\": 0, \"id\" : 7, \"name\":\"a\"},{\"name\":null , \"x\":1}] ,\"id\":2} ",
                "data");

        assertThat(text)
                .isEqualTo(
                        " {\"n\" : 1, \"data\":[ {\"key\" : 7, \"name\":\"*\\\"a\\\"\"},{\"name\":null}] ,\"id\":2} ");
        assertThat(edit.objects()).isEqualTo(2);
        assertThat(edit.met()).containsExactlyInAnyOrder("id", "name", "x");
    }

    @Test
    void dropsMembersWhereverTheyStand() {
        JsonListEdit edit = edit(Map.of("x", GONE, "y", GONE));

        assertThat(changed(edit, "[{\"x\":1},{\"x\":1,\"y\":2},{\"y\":1, \"a\":2},{\"a\":1 , \"x\":2},{}]"))
                .isEqualTo("[{},{},{\"a\":2},{\"a\":1},{}]");
        assertThat(changed(edit, "[{\"x\":1,\"a\":2,\"y\":3,\"b\":4}]")).isEqualTo("[{\"a\":2,\"b\":4}]");
    }

    @Test
    void givesAFieldANameAndAValueAtOnce() {
        JsonListEdit edit = edit(Map.of("id", new JsonListEdit.Change(Optional.of("né \""), STARS.value(), false)));

        assertThat(changed(edit, "[{\"a\":0,\"id\":\"1\"}]")).isEqualTo("[{\"a\":0,\"né \\\"\":\"*\\\"1\\\"\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no JSON | [{\"id\":1},]",
                "cut | [{\"id\":1}",
                "something behind | [{\"id\":1}] 2",
                "no list | {\"id\":1}",
                "an element that is no object | [{\"id\":1},null]",
                "a key with escapes | [{\"\\u0069d\":1}]",
                "a changed key twice | [{\"id\":1,\"id\":2}]",
                "a name that is there | [{\"id\":1,\"key\":2}]",
                "a name that is there before | [{\"key\":null,\"id\":1}]",
            })
    void leavesADocumentAloneIn(String what, String text) {
        assertThat(changed(edit(Map.of("id", named("key"))), text)).as(what).isEqualTo("left alone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "the list twice | {\"data\":[],\"data\":[]}",
                "perhaps twice | {\"data\":[],\"d\\u0061ta\":[]}",
                "no list | {\"data\":{}}",
                "no such key | {\"dat\":[]}",
                "no object | [{\"data\":[]}]",
                "an end that is no JSON | {\"data\":[],\"n\":01}",
            })
    void leavesADocumentAloneWhoseListIsNotCertain(String what, String text) {
        assertThat(changed(edit(Map.of("id", GONE)), text, "data")).as(what).isEqualTo("left alone");
    }

    @Test
    void changesAListWithinObjects() {
        JsonListEdit edit = edit(Map.of("id", named("key")));

        assertThat(changed(
                        edit,
                        "{\"id\":1,\"a\":{\"id\":2,\"b\":[{\"id\":3}],\"n\":4},\"n\":{\"b\":[{\"id\":5}]}}",
                        "a",
                        "b"))
                .isEqualTo("{\"id\":1,\"a\":{\"id\":2,\"b\":[{\"key\":3}],\"n\":4},\"n\":{\"b\":[{\"id\":5}]}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "the outer object twice | {\"a\":{\"b\":[]},\"a\":{\"b\":[]}}",
                "the list twice | {\"a\":{\"b\":[],\"b\":[]}}",
                "a list on the way | {\"a\":[{\"b\":[]}]}",
                "the list not within the object | {\"a\":{},\"b\":[]}",
            })
    void leavesADocumentAloneWhoseListWithinObjectsIsNotCertain(String what, String text) {
        assertThat(changed(edit(Map.of("id", GONE)), text, "a", "b")).as(what).isEqualTo("left alone");
    }

    @Test
    void isUsableAgainAfterADocumentThatItLeftAlone() {
        JsonListEdit edit = edit(Map.of("id", GONE));

        assertThat(changed(edit, "[{\"id\":1,\"a\":2},[]]")).isEqualTo("left alone");
        assertThat(changed(edit, "[{\"b\":1}]")).isEqualTo("[{\"b\":1}]");
        assertThat(edit.met()).isEmpty();
    }

    @Test
    void takesNoMoreKeysThanItCanTellApart() {
        Map<String, JsonListEdit.Change> many = new LinkedHashMap<>();
        for (int number = 0; number < 32; number++) {
            many.put("k" + number, named("n" + number));
        }

        assertThat(changed(edit(many), "[{\"k31\":1,\"k0\":2}]")).isEqualTo("[{\"n31\":1,\"n0\":2}]");
        assertThat(changed(edit(many), "[{\"k31\":1,\"n31\":2}]")).isEqualTo("left alone");
        many.put("k32", GONE);
        assertThat(JsonListEdit.of(many)).isEmpty();
    }

    @Property(tries = 3000)
    void changesWhatEditingOneObjectAfterAnotherChanges(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, JsonListEdit.Change> changes = changes(random);
        List<String> objects = new ArrayList<>();
        for (int number = random.nextInt(4); number >= 0; number--) {
            objects.add(object(random));
        }
        String text = objects.stream().collect(Collectors.joining(" ,", "[", "]"));

        String whole = changed(edit(changes), text);

        if (!whole.equals("left alone")) {
            JsonArray list = (JsonArray) JsonTree.parse(whole);
            assertThat(list.elements()).hasSameSizeAs(objects);
            for (int number = 0; number < objects.size(); number++) {
                JsonObject alone = one((JsonObject) JsonTree.parse(objects.get(number)), changes);
                assertThat(members(list.elements().get(number))).as(text).isEqualTo(members(alone));
            }
        }
    }

    private static Map<String, JsonListEdit.Change> changes(Random random) {
        Map<String, JsonListEdit.Change> changes = new LinkedHashMap<>();
        for (int count = random.nextInt(3); count >= 0; count--) {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            changes.put(
                    key,
                    switch (random.nextInt(4)) {
                        case 0 -> GONE;
                        case 1 -> STARS;
                        case 2 -> named("new " + key);
                        default -> new JsonListEdit.Change(Optional.of(key + "2"), STARS.value(), false);
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

    private static JsonObject one(JsonObject object, Map<String, JsonListEdit.Change> changes) {
        JsonEdit edit = new JsonEdit(object);
        changes.forEach((key, change) -> {
            int place = edit.place(key);
            if (place >= 0 && change.dropped()) {
                edit.drop(place);
            } else if (place >= 0) {
                JsonValue value = edit.value(place);
                change.value()
                        .filter(made -> !(value instanceof JsonNull))
                        .ifPresent(made -> edit.put(place, made.apply(value)));
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
