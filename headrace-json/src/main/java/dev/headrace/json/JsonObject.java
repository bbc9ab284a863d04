package dev.headrace.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object. Of members with one key the last counts; it stands at the place of the first. */
public final class JsonObject extends JsonValue {
    /** Null until somebody asks. Two threads that ask at a time read the same text twice. */
    private @Nullable Map<String, JsonValue> members;

    private final int levelsLeft;

    JsonObject(byte[] bytes, int start, int end, Map<String, JsonValue> members) {
        super(bytes, start, end);
        this.members = Collections.unmodifiableMap(members);
        this.levelsLeft = 0;
    }

    /** @param levelsLeft this one is left for later, and so are objects in it as far as that goes; at least 1 */
    JsonObject(byte[] bytes, int start, int end, int levelsLeft) {
        super(bytes, start, end);
        this.levelsLeft = levelsLeft;
    }

    /**
     * An object of these members, in a text of its own; the members keep theirs.
     *
     * @param members becomes the object's, and must not be changed any more
     */
    public static JsonObject of(Map<String, JsonValue> members) {
        TextBuffer text = new TextBuffer(length(members));
        text.add('{');
        members.forEach((key, value) -> {
            if (text.length() > 1) {
                text.add(',');
            }
            text.addKey(key);
            text.add(value);
        });
        text.add('}');
        return new JsonObject(text.bytes(), 0, text.length(), members);
    }

    /** So long if keys are plain. */
    private static int length(Map<String, JsonValue> members) {
        int length = 2;
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            JsonValue value = member.getValue();
            length += member.getKey().length() + 4 + value.end() - value.start();
        }
        return length;
    }

    /** The members in the order of the text. */
    public Map<String, JsonValue> members() {
        Map<String, JsonValue> known = members;
        if (known == null) {
            known = Collections.unmodifiableMap(JsonTree.members(this, levelsLeft - 1));
            members = known;
        }
        return known;
    }

    /** The value of a member, which may be a {@link JsonNull}; null when there is no such member. */
    public @Nullable JsonValue member(String key) {
        return members().get(key);
    }

    @Override
    public Map<String, @Nullable Object> toJava() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        members().forEach((key, value) -> map.put(key, value.toJava()));
        return map;
    }
}
