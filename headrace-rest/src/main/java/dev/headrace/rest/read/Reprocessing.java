package dev.headrace.rest.read;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.definition.ResourceDefinition;
import dev.headrace.rest.incremental.IncrementalDefinition;
import dev.headrace.rest.process.MaskWatch;
import dev.headrace.rest.process.RecordStep;
import dev.headrace.rest.process.StepFailedException;
import dev.headrace.source.JsonSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Processes one record that came before. */
public final class Reprocessing {

    private Reprocessing() {}

    /**
     * What is to be loaded of a record.
     *
     * @param processed whether it has gone through the steps of the resource
     * @throws SourceException when a step fails, or the cursor has no value that can be used
     */
    public static List<JsonSlice> of(ResourceDefinition resource, JsonSlice record, boolean processed) {
        JsonValue parsed = JsonTree.parse(record.bytes(), record.start(), record.end());
        IncrementalDefinition incremental = resource.endpoint().incremental();
        return (processed ? List.of(parsed) : processed(resource, parsed))
                .stream()
                        .filter(each -> incremental == null || incremental.accepts(resource.name(), each))
                        .map(each -> new JsonSlice(each.bytes(), each.start(), each.end()))
                        .toList();
    }

    private static List<JsonValue> processed(ResourceDefinition resource, JsonValue record) {
        Optional<RecordStep> steps = resource.steps().open(new MaskWatch());
        if (steps.isEmpty()) {
            return List.of(record);
        }
        List<JsonValue> left = new ArrayList<>();
        try {
            steps.get().accept(record, left::add);
            return left;
        } catch (StepFailedException e) {
            String reason = resource.steps().discretion().reason(e);
            throw new SourceException(FailureKind.DATA, "Cannot process the record: " + reason);
        }
    }
}
