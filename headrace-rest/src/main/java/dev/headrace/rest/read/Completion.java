package dev.headrace.rest.read;

import dev.headrace.json.JsonEdit;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives records of a child what its parent's record adds to them. Used by one thread. */
final class Completion {

    private final Map<String, JsonValue> added = new LinkedHashMap<>();

    Completion(List<Addition> additions) {
        for (Addition addition : additions) {
            JsonSlice value = addition.value();
            added.put(addition.key(), JsonTree.parse(value.bytes(), value.start(), value.end()));
        }
    }

    /** The record as it is loaded. */
    JsonValue of(JsonValue record) {
        if (added.isEmpty() || !(record instanceof JsonObject object)) {
            return record;
        }
        JsonEdit edit = new JsonEdit(object);
        added.forEach(edit::put);
        return edit.object();
    }
}
