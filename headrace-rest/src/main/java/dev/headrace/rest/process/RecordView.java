package dev.headrace.rest.process;

import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonValue;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object as expressions see it: what they ask for becomes plain Java, once, and the rest stays text. What they change, they
 * change here, and not in the record. Used by one thread.
 */
final class RecordView extends AbstractMap<String, @Nullable Object> {

    private final JsonObject object;

    /** What was asked for. */
    private final Map<String, Object> known = new HashMap<>();

    /** All members, as soon as somebody goes through them or changes one; from then on these count. */
    private @Nullable Map<String, @Nullable Object> all;

    private RecordView(JsonObject object) {
        this.object = object;
    }

    /** As {@link JsonValue#toJava}, except that objects are views. */
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
        return all == null ? key instanceof String name && object.member(name) != null : all.containsKey(key);
    }

    @Override
    public int size() {
        return all == null ? object.members().size() : all.size();
    }

    @Override
    public @Nullable Object get(Object key) {
        if (all != null) {
            return all.get(key);
        }
        if (!(key instanceof String name)) {
            return null;
        }
        Object before = known.get(name);
        if (before != null) {
            return before;
        }
        JsonValue member = object.member(name);
        return member == null ? null : kept(name, of(member));
    }

    private @Nullable Object member(String key, JsonValue value) {
        Object before = known.get(key);
        return before == null ? kept(key, of(value)) : before;
    }

    private @Nullable Object kept(String key, @Nullable Object plain) {
        // An empty list is new each time: grouping one puts a null into it.
        if (plain != null && !(plain instanceof List<?> list && list.isEmpty())) {
            known.put(key, plain);
        }
        return plain;
    }

    @Override
    public @Nullable Object put(String key, @Nullable Object value) {
        return all().put(key, value);
    }

    @Override
    public @Nullable Object remove(Object key) {
        return all().remove(key);
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return all().entrySet();
    }

    private Map<String, @Nullable Object> all() {
        Map<String, @Nullable Object> members = all;
        if (members == null) {
            members = new LinkedHashMap<>();
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                members.put(member.getKey(), member(member.getKey(), member.getValue()));
            }
            all = members;
        }
        return members;
    }
}
