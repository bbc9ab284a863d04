package dev.headrace.rest.process;

import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonEdit;
import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The fields of an object while they are changed. What is not touched keeps its text, so that numbers stay exactly as they
 * were sent.
 */
final class RecordFields {

    private final JsonEdit edit;

    /** Fields within which something is being changed: {@link RecordFields} or {@link Elements}. */
    private final Map<String, Object> opened = new LinkedHashMap<>();

    /** A list that is being changed: its elements, or what they are while they change. */
    private record Elements(List<Object> elements) {}

    RecordFields(JsonObject object) {
        this.edit = new JsonEdit(object);
    }

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
            settle();
            change.accept(this);
            return;
        }
        within(way.get(0)).forEach(inner -> inner.atOwner(way.subList(1, way.size()), change));
    }

    /** The objects that a field is or has as elements, in order, from now on open to change. */
    private List<RecordFields> within(String key) {
        int place = edit.place(key);
        List<RecordFields> objects = new ArrayList<>();
        if (place >= 0) {
            collect(opened.computeIfAbsent(key, open -> opened(edit.value(place))), objects);
        }
        return objects;
    }

    private static Object opened(JsonValue field) {
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

    /** Puts what has become of the fields that were opened in their places. */
    private void settle() {
        if (!opened.isEmpty()) {
            opened.forEach((key, field) -> edit.put(edit.place(key), value(field)));
            opened.clear();
        }
    }

    private static JsonValue value(Object field) {
        if (field instanceof RecordFields inner) {
            return inner.value();
        }
        return field instanceof Elements list
                ? JsonArray.of(list.elements().stream().map(RecordFields::value).toList())
                : (JsonValue) field;
    }

    /**
     * Lets another value take the place of a field's, unless that is null.
     *
     * @return whether there is the field
     */
    boolean replace(String key, UnaryOperator<JsonValue> change) {
        int place = edit.place(key);
        if (place < 0) {
            return false;
        }
        JsonValue value = edit.value(place);
        if (!(value instanceof JsonNull)) {
            edit.put(place, change.apply(value));
        }
        return true;
    }

    /** Sets a field, at its place if it is there, else as the last one. */
    void put(String key, String json) {
        edit.put(key, JsonTree.parse(json));
    }

    void remove(String key) {
        int place = edit.place(key);
        if (place >= 0) {
            edit.drop(place);
        }
    }

    /**
     * Gives fields other names at the same place, all at once. A null gives way to a field that gets its name.
     *
     * @throws NameTakenException when another field has a name and keeps it
     */
    void rename(Map<String, String> names) {
        Map<String, Integer> places = new LinkedHashMap<>();
        names.forEach((key, name) -> {
            int place = edit.place(key);
            if (place >= 0) {
                places.put(name, place);
            }
        });
        places.forEach((name, place) -> {
            int other = names.containsKey(name) ? -1 : edit.place(name);
            if (other >= 0) {
                giveWay(name, place, other);
            }
        });
        places.forEach((name, place) -> edit.rename(place, name));
    }

    private void giveWay(String name, int place, int other) {
        if (edit.value(other) instanceof JsonNull) {
            edit.drop(other);
        } else if (edit.value(place) instanceof JsonNull) {
            edit.drop(place);
        } else {
            throw new NameTakenException(name);
        }
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

    /** Keeps only these paths. */
    void keep(List<FieldPath> paths) {
        BitSet kept = new BitSet();
        for (FieldPath path : paths) {
            int place = edit.place(path.first());
            if (place >= 0 && !kept.get(place) && (path.isKey() || keep(path.first(), place, paths))) {
                kept.set(place);
            }
        }
        for (int place = 0; place < edit.places(); place++) {
            if (!kept.get(place)) {
                edit.drop(place);
            }
        }
    }

    /** Of a field only what paths name; false if that is nothing. */
    private boolean keep(String key, int place, List<FieldPath> paths) {
        List<FieldPath> below =
                paths.stream().filter(path -> path.first().equals(key)).toList();
        if (below.stream().anyMatch(FieldPath::isKey)) {
            return true;
        }
        List<FieldPath> within = below.stream().map(FieldPath::rest).toList();
        List<JsonValue> left = only(edit.value(place), within);
        left.forEach(value -> edit.put(place, value));
        return !left.isEmpty();
    }

    /** What is left of an object or of a list; nothing is left of other values, which have no fields. */
    private static List<JsonValue> only(JsonValue value, List<FieldPath> paths) {
        if (value instanceof JsonObject object) {
            RecordFields fields = new RecordFields(object);
            fields.keep(paths);
            return List.of(fields.value());
        }
        return value instanceof JsonArray list
                ? List.of(JsonArray.of(list.elements().stream()
                        .flatMap(element -> only(element, paths).stream())
                        .toList()))
                : List.of();
    }

    /** The object as it is now. */
    JsonObject value() {
        settle();
        return edit.object();
    }
}
