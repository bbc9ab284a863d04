package dev.headrace.rest.select;

import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the records of a page about which nothing is known; the rules are dlt's. */
public final class DataLocation {

    /** Lists are looked for in objects down to this many keys. */
    private static final int DEEPEST = 3;

    private static final Set<String> USUAL_NAMES = Set.of(
            "data",
            "items",
            "results",
            "entries",
            "records",
            "rows",
            "entities",
            "payload",
            "content",
            "objects",
            "values");

    private DataLocation() {}

    /**
     * Where the records are: the first list, depth first in the order of the keys, whose key is a usual name such as
     * {@code data}; else the first list; else the page itself.
     */
    public static Selector.Keys detect(JsonValue page) {
        List<List<String>> lists = new ArrayList<>();
        collect(page, List.of(), lists);
        return new Selector.Keys(lists.stream()
                .filter(DataLocation::isUsual)
                .findFirst()
                .or(() -> lists.stream().findFirst())
                .orElse(List.of()));
    }

    /** Whether the last key is one that usually holds records; true for the page itself. */
    public static boolean isUsual(List<String> keys) {
        return keys.isEmpty() || USUAL_NAMES.contains(keys.get(keys.size() - 1));
    }

    private static void collect(JsonValue value, List<String> way, List<List<String>> lists) {
        if (!(value instanceof JsonObject object) || way.size() == DEEPEST) {
            return;
        }
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            List<String> there = new ArrayList<>(way);
            there.add(member.getKey());
            if (member.getValue() instanceof JsonArray) {
                lists.add(there);
            } else {
                collect(member.getValue(), there, lists);
            }
        }
    }

    /** The value at a path of keys; empty where an object or a key is missing on the way. */
    static Optional<JsonValue> find(JsonValue page, List<String> keys) {
        JsonValue value = page;
        for (String key : keys) {
            JsonValue member = value instanceof JsonObject object ? object.member(key) : null;
            if (member == null) {
                return Optional.empty();
            }
            value = member;
        }
        return Optional.of(value);
    }
}
