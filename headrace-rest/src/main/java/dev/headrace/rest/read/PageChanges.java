package dev.headrace.rest.read;

import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.process.FieldEdit;
import dev.headrace.rest.process.StepFailedException;
import dev.headrace.source.FieldChange;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.RecordChanges;
import dev.headrace.source.RecordRefusedException;
import java.util.Map;

/** What steps change in the fields of a page's records. */
record PageChanges(FieldEdit edit, FetchedFrom page) implements RecordChanges {

    @Override
    public Map<String, FieldChange> fields() {
        return edit.fields();
    }

    @Override
    public JsonSlice changed(JsonSlice record, int place) {
        try {
            return edit.changed(record);
        } catch (StepFailedException e) {
            int number = page.number(place - 1);
            JsonValue came = JsonTree.parse(record.bytes(), record.start(), record.end());
            throw new RecordRefusedException(
                    Refusal.ofStep(page.resource(), e, came, number),
                    Processing.failed(page.resource(), e, number, page.page()));
        }
    }
}
