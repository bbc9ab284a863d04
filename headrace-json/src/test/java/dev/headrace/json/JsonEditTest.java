package dev.headrace.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonEditTest {

    private static final List<String> KEYS = List.of("a", "\\u0061", "ab", "é", "\\n", "b c", "", "a longer key");
    private static final List<String> VALUES =
            List.of("1", "1.10", "null", "true", "\"x\\\"y\"", "{\"n\" : [1, {}]}", "[ ]", "12345678901234567890123");

    @Property(tries = 3000)
    void changesWhatAMapOfTheMembersWouldChange(@ForAll long seed) {
        compare(new Random(seed), 8, 4);
    }

    @Property(tries = 1000)
    void changesManyMembersAsFew(@ForAll long seed) {
        compare(new Random(seed), 60, 40);
    }

    private static void compare(Random random, int mostMembers, int mostChanges) {
        JsonObject object = object(random, mostMembers);
        Map<String, JsonValue> model = new LinkedHashMap<>(object.members());
        for (int times = random.nextInt(3); times >= 0; times--) {
            JsonEdit edit = new JsonEdit(object);
            for (int changes = random.nextInt(mostChanges); changes > 0; changes--) {
                model = change(edit, model, random);
            }
            object = edit.object();
        }
        assertThat(texts(object.members())).isEqualTo(texts(model));
        JsonObject again = (JsonObject) JsonTree.parse(object.source());
        assertThat(texts(again.members())).as(object.source()).isEqualTo(texts(model));
        for (Map.Entry<String, JsonValue> member : model.entrySet()) {
            assertThat(new JsonEdit(object).object().member(member.getKey()))
                    .hasToString(member.getValue().source());
        }
    }

    private static Map<String, JsonValue> change(JsonEdit edit, Map<String, JsonValue> model, Random random) {
        String key = ((JsonString) JsonTree.parse("\"" + key(random) + "\"")).text();
        int place = edit.place(key);
        assertThat(place >= 0).isEqualTo(model.containsKey(key));
        if (place < 0 || random.nextInt(3) == 0) {
            JsonValue value = JsonTree.parse(VALUES.get(random.nextInt(VALUES.size())));
            edit.put(key, value);
            model.put(key, value);
            return model;
        }
        assertThat(edit.value(place)).hasToString(String.valueOf(model.get(key)));
        if (random.nextBoolean()) {
            edit.drop(place);
            model.remove(key);
            return model;
        }
        String name = "new \"" + random.nextInt();
        edit.rename(place, name);
        Map<String, JsonValue> renamed = new LinkedHashMap<>();
        model.forEach((each, value) -> renamed.put(each.equals(key) ? name : each, value));
        return renamed;
    }

    /** One among other values, so that it does not begin at index 0. */
    private static JsonObject object(Random random, int most) {
        StringBuilder text = new StringBuilder("[7,{");
        for (int members = random.nextInt(most); members > 0; members--) {
            text.append(space(random)).append('"').append(key(random));
            text.append('"').append(space(random)).append(':').append(space(random));
            text.append(VALUES.get(random.nextInt(VALUES.size()))).append(space(random));
            text.append(members > 1 ? "," : "");
        }
        JsonArray array = (JsonArray) JsonTree.parse(text.append("} ]").toString());
        return (JsonObject) array.elements().get(1);
    }

    private static String key(Random random) {
        return KEYS.get(random.nextInt(KEYS.size())) + (random.nextBoolean() ? "" : random.nextInt(20));
    }

    private static String space(Random random) {
        return random.nextInt(3) == 0 ? " \n" : "";
    }

    private static List<String> texts(Map<String, JsonValue> members) {
        return members.entrySet().stream()
                .map(member -> member.getKey() + "=" + member.getValue().source())
                .toList();
    }

    @Test
    void copiesWhatNobodyTouches() {
        JsonEdit edit = new JsonEdit(parsed("{\"a\":1.10,\"b\":{ \"c\" : 2 },\"d\":\"\\u0041\",\"e\" : [ ]}"));
        edit.put("b", JsonTree.parse("null"));
        edit.put("f", JsonTree.parse("6"));
        assertThat(edit.object()).hasToString("{\"a\":1.10,\"b\":null,\"d\":\"\\u0041\",\"e\":[ ],\"f\":6}");
    }

    @Test
    void leavesNoneOfSeveralMembersWithAKeyThatIsAskedFor() {
        JsonEdit edit = new JsonEdit(parsed("{\"a\":1,\"b\":2,\"\\u0061\":3}"));
        assertThat(edit.value(edit.place("a"))).hasToString("3");
        edit.put(edit.place("a"), JsonString.of("***"));
        assertThat(edit.object()).hasToString("{\"a\":\"***\",\"b\":2}");
    }

    @Test
    void isTheSameObjectWithoutChanges() {
        assertThat(new JsonEdit(parsed("{}")).object()).hasToString("{}");
        assertThat(new JsonEdit(parsed("{\"a\":1}")).object()).hasToString("{\"a\":1}");
    }

    private static JsonObject parsed(String text) {
        return (JsonObject) JsonTree.parse(text);
    }
}
