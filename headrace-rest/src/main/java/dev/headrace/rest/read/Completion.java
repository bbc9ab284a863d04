package dev.headrace.rest.read;

import dev.headrace.json.JsonEdit;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import java.util.List;

/** Gives records of a child what its parent's record adds to them. */
record Completion(List<Addition> additions) {

    /** The record as it is loaded. */
    JsonValue of(JsonValue record) {
        if (additions.isEmpty() || !(record instanceof JsonObject object)) {
            return record;
        }
        JsonEdit edit = new JsonEdit(object);
        for (Addition addition : additions) {
            JsonSlice value = addition.value();
            edit.put(addition.key(), JsonTree.parse(value.bytes(), value.start(), value.end()));
        }
        return edit.object();
    }
}
