package dev.headrace.rest.process;

import dev.headrace.json.JsonScanner;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.source.FieldChange.NewValue;
import dev.headrace.source.JsonSlice;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** New values by those who read texts, for those who have read values, and the other way round. */
final class NewValues {

    private NewValues() {}

    /** The text of a value, where it stands. */
    static JsonSlice slice(JsonValue value) {
        return new JsonSlice(value.bytes(), value.start(), value.end());
    }

    /** Reads each text; there is no new value where the step fails. */
    static NewValue ofValues(UnaryOperator<JsonValue> step) {
        JsonScanner scanner = new JsonScanner();
        return text -> {
            scanner.reset(text.bytes(), text.start(), text.end());
            try {
                return slice(step.apply(JsonTree.read(scanner)));
            } catch (StepFailedException e) {
                return null; // told by the step itself
            }
        };
    }

    /** The new value of one value, to be kept; null when there is none. */
    static @Nullable JsonValue of(NewValue change, JsonValue value) {
        JsonSlice text = change.of(slice(value));
        if (text == null) {
            return null;
        }
        JsonSlice kept = text.detach();
        return JsonTree.parse(kept.bytes(), kept.start(), kept.end());
    }
}
