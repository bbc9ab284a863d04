package dev.headrace.engine.normalise;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.json.JsonEdit;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.quarantine.BadRowKind;
import dev.headrace.quarantine.RefusedRecord;
import dev.headrace.source.FieldChange;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.RecordChanges;
import dev.headrace.source.RecordRefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Changes whose whole records are made one field after the other; a name that is taken refuses the record. */
final class TestChanges implements RecordChanges {

    /** The records that were changed as a whole, as they came. */
    final List<String> whole = new ArrayList<>();

    private final Map<String, FieldChange> fields = new LinkedHashMap<>();

    /** The text that a masked value becomes; there is none for the number 13. */
    static String masked(String json) {
        return json.startsWith("{") || json.startsWith("[") ? "*" : "*" + json.length();
    }

    TestChanges rename(String field, String name) {
        return change(field, new FieldChange(Optional.of(name), Optional.empty(), false));
    }

    TestChanges mask(String field) {
        return change(field, new FieldChange(Optional.empty(), Optional.of(TestChanges::mask), false));
    }

    TestChanges renameAndMask(String field, String name) {
        return change(field, new FieldChange(Optional.of(name), Optional.of(TestChanges::mask), false));
    }

    TestChanges drop(String field) {
        return change(field, new FieldChange(Optional.empty(), Optional.empty(), true));
    }

    private TestChanges change(String field, FieldChange change) {
        fields.put(field, change);
        return this;
    }

    private static @Nullable JsonSlice mask(JsonSlice value) {
        String json = value.text();
        return json.equals("13") ? null : json.equals("null") ? value : JsonSlice.of("\"" + masked(json) + "\"");
    }

    @Override
    public Map<String, FieldChange> fields() {
        return fields;
    }

    @Override
    public JsonSlice changed(JsonSlice record, int number) {
        whole.add(record.text());
        JsonValue value = JsonTree.parse(record.bytes(), record.start(), record.end());
        if (!(value instanceof JsonObject object)) {
            return record;
        }
        JsonEdit edit = new JsonEdit(object);
        fields.forEach((key, change) -> {
            int place = edit.place(key);
            if (place >= 0) {
                change(edit, place, change, number);
            }
        });
        return JsonSlice.of(edit.object().source());
    }

    private static void change(JsonEdit edit, int place, FieldChange change, int number) {
        if (change.dropped()) {
            edit.drop(place);
            return;
        }
        change.value().ifPresent(made -> {
            JsonSlice hidden = made.of(JsonSlice.of(edit.value(place).source()));
            if (hidden == null) {
                throw refused("the value does not fit", number);
            }
            edit.put(place, JsonTree.parse(hidden.text()));
        });
        change.name().ifPresent(name -> {
            if (edit.place(name) >= 0) {
                throw refused("the name is taken", number);
            }
            edit.rename(place, name);
        });
    }

    private static RecordRefusedException refused(String why, int number) {
        return new RecordRefusedException(
                new RefusedRecord(BadRowKind.STEP, why, "{\"shown\":\"***\"}", false, false, OptionalInt.of(number)),
                new DataException(FailureKind.DATA, Phase.EXTRACT, why + " in record " + number));
    }
}
