package dev.headrace.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array. */
public final class JsonArray extends JsonValue {
    private final List<JsonValue> elements;

    JsonArray(byte[] bytes, int start, int end, List<JsonValue> elements) {
        super(bytes, start, end);
        this.elements = Collections.unmodifiableList(elements);
    }

    /** The elements in the order of the text. */
    public List<JsonValue> elements() {
        return elements;
    }

    @Override
    public List<@Nullable Object> toJava() {
        List<@Nullable Object> list = new ArrayList<>(elements.size());
        elements.forEach(element -> list.add(element.toJava()));
        return list;
    }
}
