package dev.headrace.rest.read;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.definition.FieldReference;
import dev.headrace.rest.definition.InheritedField.Origin;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.RecordSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes from a page of records what the requests of the children need; the page itself is not needed any longer then. */
final class ChildJobs {

    private final ResourceReading parent;
    private final Heritage inherited;

    /** @param inherited what the parent's records have from above */
    ChildJobs(ResourceReading parent, Heritage inherited) {
        this.parent = parent;
        this.inherited = inherited;
    }

    /**
     * A job for each record and child, child by child.
     *
     * @param records of the parent as they are loaded
     * @param sink of the parent; told of a record that has not what a child needs
     * @throws SourceException when the sink has no quarantine for that
     */
    List<Job> of(List<JsonValue> records, RecordSink sink) {
        List<Job> jobs = new ArrayList<>();
        for (ResourceReading child : parent.children()) {
            for (JsonValue record : records) {
                add(child, record, jobs, sink);
            }
        }
        return jobs;
    }

    private void add(ResourceReading child, JsonValue record, List<Job> jobs, RecordSink sink) {
        Map<String, @Nullable Object> values;
        Heritage heritage;
        try {
            values = values(child, record);
            heritage = heritage(child, record);
        } catch (SourceException e) {
            if (!sink.refuse(Refusal.ofChild(parent, e, record))) {
                throw e;
            }
            child.account().breakOff("a record of its parent is in quarantine, so that nothing was asked for it");
            return;
        }
        Job.of(child, values, heritage).forEachRemaining(jobs::add);
    }

    private Map<String, @Nullable Object> values(ResourceReading child, JsonValue record) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (Map.Entry<String, FieldReference> reference :
                child.definition().endpoint().request().references().entrySet()) {
            FieldReference field = reference.getValue();
            List<JsonValue> found = field.path().find(record);
            if (found.isEmpty()) {
                throw missing(child.name(), field.field(), field.toString(), record);
            }
            values.put(reference.getKey(), found.get(0).toJava());
        }
        return values;
    }

    private Heritage heritage(ResourceReading child, JsonValue record) {
        Map<Origin, JsonSlice> values = new HashMap<>();
        for (Origin origin : child.needsFromAbove()) {
            values.put(
                    origin,
                    origin.resource().equals(parent.name()) ? own(child, origin, record) : inherited.value(origin));
        }
        return new Heritage(values);
    }

    private JsonSlice own(ResourceReading child, Origin origin, JsonValue record) {
        JsonValue value = origin.find(record);
        if (value == null) {
            throw missing(child.neediest(origin), origin.field(), "include_from_parent", record);
        }
        return new JsonSlice(value.bytes(), value.start(), value.end()).detach();
    }

    private SourceException missing(String child, String field, String needed, JsonValue record) {
        String present = record instanceof JsonObject object
                ? "The record has: " + String.join(", ", object.members().keySet())
                : "The record is no object";
        return new SourceException(
                FailureKind.DATA,
                "Cannot read resource '" + child + "': a record of '" + parent.name() + "' has no '" + field
                        + "', which " + needed + " of '" + child + "' needs. " + present + ".");
    }
}
