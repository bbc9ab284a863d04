package dev.headrace.rest.read;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.definition.FieldReference;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes from a page of records what the requests of the children need; the page itself is not needed any longer then. */
final class ChildJobs {

    private final ResourceReading parent;

    ChildJobs(ResourceReading parent) {
        this.parent = parent;
    }

    /**
     * A job for each record and child, child by child.
     *
     * @param records of the parent as they are loaded
     */
    List<Job> of(List<JsonValue> records) {
        List<Job> jobs = new ArrayList<>();
        for (ResourceReading child : parent.children()) {
            for (JsonValue record : records) {
                Job.of(child, values(child, record), additions(child, record)).forEachRemaining(jobs::add);
            }
        }
        return jobs;
    }

    private Map<String, @Nullable Object> values(ResourceReading child, JsonValue record) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (Map.Entry<String, FieldReference> reference :
                child.definition().endpoint().request().references().entrySet()) {
            FieldReference field = reference.getValue();
            List<JsonValue> found = field.path().find(record);
            if (found.isEmpty()) {
                throw missing(child, field.field(), field.toString(), record);
            }
            values.put(reference.getKey(), found.get(0).toJava());
        }
        return values;
    }

    private List<Addition> additions(ResourceReading child, JsonValue record) {
        List<Addition> inherited = new ArrayList<>();
        for (String field : child.definition().inherited()) {
            JsonValue value = record instanceof JsonObject object ? object.member(field) : null;
            if (value == null) {
                throw missing(child, field, "include_from_parent", record);
            }
            JsonSlice slice = new JsonSlice(value.bytes(), value.start(), value.end());
            inherited.add(new Addition(child.definition().inheritedName(field), slice.detach()));
        }
        return inherited;
    }

    private SourceException missing(ResourceReading child, String field, String needed, JsonValue record) {
        String present = record instanceof JsonObject object
                ? "The record has: " + String.join(", ", object.members().keySet())
                : "The record is no object";
        return new SourceException(
                FailureKind.DATA,
                "Cannot read resource '" + child.name() + "': a record of '" + parent.name() + "' has no '" + field
                        + "', which " + needed + " of '" + child.name() + "' needs. " + present + ".");
    }
}
