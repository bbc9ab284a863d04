package dev.headrace.rest.process;

import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonValue;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object as expressions see it: what they ask for becomes plain Java, the rest stays text. It can't be changed. */
final class RecordView extends AbstractMap<String, @Nullable Object> {

    private final JsonObject object;

    private RecordView(JsonObject object) {
        this.object = object;
    }

    /** As {@link JsonValue#toJava}, except that objects are views. Lists are new. */
    static @Nullable Object of(JsonValue value) {
        if (value instanceof JsonObject inner) {
            return new RecordView(inner);
        }
        return value instanceof JsonArray list ? list(list) : value.toJava();
    }

    private static List<@Nullable Object> list(JsonArray array) {
        List<@Nullable Object> list = new ArrayList<>(array.elements().size());
        array.elements().forEach(element -> list.add(of(element)));
        return list;
    }

    @Override
    public boolean containsKey(Object key) {
        return object.members().containsKey(key);
    }

    @Override
    public @Nullable Object get(Object key) {
        JsonValue member = object.members().get(key);
        return member == null ? null : of(member);
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        object.members().forEach((key, value) -> all.put(key, of(value)));
        return all.entrySet();
    }
}
