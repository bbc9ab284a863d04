package dev.headrace.rest.process;

import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The fields of an object while they are changed. What is not touched keeps its text, so that numbers stay exactly as they
 * were sent.
 */
final class RecordFields {

    /** The JSON text of each field, or the fields of an inner object that is being changed. */
    private final Map<String, Object> fields = new LinkedHashMap<>();

    RecordFields(JsonObject object) {
        object.members().forEach((key, value) -> fields.put(key, value.source()));
    }

    private RecordFields() {}

    /**
     * Lets a change happen to the object that holds the last key of a path; where an object on the way is missing, nothing
     * happens.
     *
     * @param change gets that object and the last key
     */
    void at(List<String> path, BiConsumer<RecordFields, String> change) {
        String first = path.get(0);
        if (path.size() == 1) {
            change.accept(this, first);
            return;
        }
        RecordFields inner = inner(first);
        if (inner != null) {
            inner.at(path.subList(1, path.size()), change);
        }
    }

    private @org.jspecify.annotations.Nullable RecordFields inner(String key) {
        Object field = fields.get(key);
        if (field instanceof RecordFields known) {
            return known;
        }
        if (field instanceof String text && JsonTree.parse(text) instanceof JsonObject object) {
            RecordFields inner = new RecordFields(object);
            fields.put(key, inner);
            return inner;
        }
        return null;
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /** The field's value; the field must be there. */
    JsonValue value(String key) {
        return JsonTree.parse(text(java.util.Objects.requireNonNull(fields.get(key))));
    }

    /** Sets a field, at its place if it is there, else as the last one. */
    void put(String key, String json) {
        fields.put(key, json);
    }

    void remove(String key) {
        fields.remove(key);
    }

    /** Gives a field another name at the same place; a field that has that name already is replaced. */
    void rename(String key, String name) {
        Map<String, Object> before = new LinkedHashMap<>(fields);
        fields.clear();
        before.forEach((known, value) -> {
            if (known.equals(key)) {
                fields.put(name, value);
            } else if (!known.equals(name)) {
                fields.put(known, value);
            }
        });
    }

    /** Only these paths. */
    RecordFields only(List<List<String>> paths) {
        RecordFields kept = new RecordFields();
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            List<List<String>> below = paths.stream()
                    .filter(path -> path.get(0).equals(field.getKey()))
                    .toList();
            boolean whole = below.stream().anyMatch(path -> path.size() == 1);
            RecordFields inner = whole || below.isEmpty() ? null : inner(field.getKey());
            if (whole) {
                kept.fields.put(field.getKey(), field.getValue());
            } else if (inner != null) {
                kept.fields.put(
                        field.getKey(),
                        inner.only(below.stream()
                                .map(path -> path.subList(1, path.size()))
                                .toList()));
            }
        }
        return kept;
    }

    private static String text(Object field) {
        return field instanceof RecordFields inner ? inner.json() : (String) field;
    }

    String json() {
        StringBuilder json = new StringBuilder("{");
        fields.forEach((key, value) -> json.append(json.length() > 1 ? "," : "")
                .append(JsonText.write(key))
                .append(':')
                .append(text(value)));
        return json.append('}').toString();
    }
}
