package dev.headrace.rest.read;

import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Gives records of a child what its parent's record adds to them. */
record Completion(List<Addition> additions) {

    /** The record as it is loaded. */
    JsonValue of(JsonValue record) {
        if (additions.isEmpty() || !(record instanceof JsonObject object)) {
            return record;
        }
        ByteArrayOutputStream completed = new ByteArrayOutputStream(record.end() - record.start() + 64);
        completed.write(record.bytes(), record.start(), record.end() - record.start() - 1);
        boolean first = object.members().isEmpty();
        for (Addition addition : additions) {
            completed.writeBytes(key(addition, first));
            JsonSlice value = addition.value();
            completed.write(value.bytes(), value.start(), value.end() - value.start());
            first = false;
        }
        completed.write('}');
        byte[] bytes = completed.toByteArray();
        return JsonTree.parse(bytes, 0, bytes.length);
    }

    private static byte[] key(Addition addition, boolean first) {
        return ((first ? "" : ",") + JsonText.write(addition.key()) + ":").getBytes(StandardCharsets.UTF_8);
    }
}
