package dev.headrace.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object. Of members with one key the last counts; it stands at the place of the first. */
public final class JsonObject extends JsonValue {
    private final Map<String, JsonValue> members;

    JsonObject(byte[] bytes, int start, int end, Map<String, JsonValue> members) {
        super(bytes, start, end);
        this.members = Collections.unmodifiableMap(members);
    }

    /** The members in the order of the text. */
    public Map<String, JsonValue> members() {
        return members;
    }

    /** The value of a member, which may be a {@link JsonNull}; null when there is no such member. */
    public @Nullable JsonValue member(String key) {
        return members.get(key);
    }

    @Override
    public Map<String, @Nullable Object> toJava() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        members.forEach((key, value) -> map.put(key, value.toJava()));
        return map;
    }
}
