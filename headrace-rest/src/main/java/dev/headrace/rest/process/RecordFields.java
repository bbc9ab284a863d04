package dev.headrace.rest.process;

import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The fields of an object while they are changed. What is not touched keeps its text, so that numbers stay exactly as they
 * were sent.
 */
final class RecordFields {

    /** Each field: its value, or what is being changed within it. */
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** A list that is being changed: its elements, likewise. */
    private record Elements(List<Object> elements) {}

    RecordFields(JsonObject object) {
        fields.putAll(object.members());
    }

    private RecordFields() {}

    /**
     * Lets a change happen to every object that may hold the last key of a path: one, or one for each element where the way
     * leads through lists. Where there is no object on the way, nothing happens.
     *
     * @param change gets that object and the last key
     */
    void at(FieldPath path, BiConsumer<RecordFields, String> change) {
        atOwner(path.owner(), owner -> change.accept(owner, path.last()));
    }

    /** As {@link #at}, for the object that a way leads to; the record itself for none. */
    void atOwner(List<String> way, Consumer<RecordFields> change) {
        if (way.isEmpty()) {
            change.accept(this);
            return;
        }
        within(way.get(0)).forEach(inner -> inner.atOwner(way.subList(1, way.size()), change));
    }

    /** The objects that a field is or has as elements, in order, from now on open to change. */
    private List<RecordFields> within(String key) {
        Object field = fields.get(key);
        if (field == null) {
            return List.of();
        }
        Object opened = opened(field);
        fields.put(key, opened);
        List<RecordFields> objects = new ArrayList<>();
        collect(opened, objects);
        return objects;
    }

    private static Object opened(Object field) {
        if (field instanceof JsonObject object) {
            return new RecordFields(object);
        }
        return field instanceof JsonArray list
                ? new Elements(
                        list.elements().stream().map(RecordFields::opened).toList())
                : field;
    }

    private static void collect(Object opened, List<RecordFields> objects) {
        if (opened instanceof RecordFields object) {
            objects.add(object);
        } else if (opened instanceof Elements list) {
            list.elements().forEach(element -> collect(element, objects));
        }
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /** The field's value; the field must be there. */
    JsonValue value(String key) {
        return value(Objects.requireNonNull(fields.get(key)));
    }

    /** Sets a field, at its place if it is there, else as the last one. */
    void put(String key, String json) {
        fields.put(key, JsonTree.parse(json));
    }

    void remove(String key) {
        fields.remove(key);
    }

    /**
     * Gives fields other names at the same place, all at once. A null gives way to a field that gets its name.
     *
     * @throws NameTakenException when another field has a name and keeps it
     */
    void rename(Map<String, String> names) {
        if (Collections.disjoint(names.keySet(), fields.keySet())) {
            return;
        }
        Map<String, Object> before = new LinkedHashMap<>(fields);
        fields.clear();
        before.forEach((key, value) -> {
            String name = names.getOrDefault(key, key);
            Object other = fields.get(name);
            if (other != null && !isNull(other) && !isNull(value)) {
                throw new NameTakenException(name);
            }
            if (other == null || isNull(other)) {
                fields.put(name, value);
            }
        });
    }

    private static boolean isNull(Object field) {
        return field instanceof JsonNull;
    }

    /** Two fields of one object would have the same name. */
    static final class NameTakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String name;

        NameTakenException(String name) {
            super(name, null, false, false);
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    /** Only these paths. */
    RecordFields only(List<FieldPath> paths) {
        RecordFields kept = new RecordFields();
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            List<FieldPath> below = paths.stream()
                    .filter(path -> path.first().equals(field.getKey()))
                    .toList();
            if (below.stream().anyMatch(FieldPath::isKey)) {
                kept.fields.put(field.getKey(), field.getValue());
            } else if (!below.isEmpty()) {
                only(
                                opened(field.getValue()),
                                below.stream().map(FieldPath::rest).toList())
                        .forEach(value -> kept.fields.put(field.getKey(), value));
            }
        }
        return kept;
    }

    /** What is left of an object or of a list; nothing is left of other values, which have no fields. */
    private static List<Object> only(Object opened, List<FieldPath> paths) {
        if (opened instanceof RecordFields object) {
            return List.of(object.only(paths));
        }
        return opened instanceof Elements list
                ? List.of(new Elements(list.elements().stream()
                        .flatMap(element -> only(element, paths).stream())
                        .toList()))
                : List.of();
    }

    private static JsonValue value(Object field) {
        if (field instanceof RecordFields inner) {
            return inner.value();
        }
        return field instanceof Elements list
                ? JsonArray.of(list.elements().stream().map(RecordFields::value).toList())
                : (JsonValue) field;
    }

    /** The object as it is now. */
    JsonObject value() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        fields.forEach((key, field) -> members.put(key, value(field)));
        return JsonObject.of(members);
    }
}
