package dev.headrace.rest.read;

import dev.headrace.rest.definition.InheritedField;
import dev.headrace.rest.definition.InheritedField.Origin;
import dev.headrace.rest.position.Note;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The values that one sequence of requests has from the records above it.
 *
 * @param values for the records of the sequence itself, and for those below it
 */
record Heritage(Map<Origin, JsonSlice> values) {

    Heritage {
        values = Map.copyOf(values);
    }

    static Heritage none() {
        return new Heritage(Map.of());
    }

    /** Reads one again. */
    static Heritage read(List<Note> notes) {
        Map<Origin, JsonSlice> values = new HashMap<>();
        notes.forEach(note ->
                values.put(new Origin(note.text("resource"), note.text("field")), JsonSlice.of(note.text("value"))));
        return new Heritage(values);
    }

    List<Note> notes() {
        List<Note> notes = new ArrayList<>(values.size());
        values.forEach((origin, value) -> notes.add(new Note()
                .put("resource", origin.resource())
                .put("field", origin.field())
                .put("value", value.text())));
        return notes;
    }

    JsonSlice value(Origin origin) {
        return Objects.requireNonNull(values.get(origin));
    }

    /** What becomes part of each record. */
    List<Addition> additions(List<InheritedField> fields) {
        List<Addition> additions = new ArrayList<>(fields.size());
        fields.forEach(field -> additions.add(new Addition(field.name(), value(field.origin()))));
        return additions;
    }
}
