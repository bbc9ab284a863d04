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

    /** An array of these elements, in a text of its own that begins at index 0; the elements keep theirs. */
    public static JsonArray of(List<JsonValue> elements) {
        TextBuffer text = new TextBuffer(length(elements));
        text.add('[');
        elements.forEach(element -> {
            if (text.length() > 1) {
                text.add(',');
            }
            text.add(element);
        });
        text.add(']');
        return new JsonArray(text.bytes(), 0, text.length(), List.copyOf(elements));
    }

    private static int length(List<JsonValue> elements) {
        int length = 2;
        for (JsonValue element : elements) {
            length += element.end() - element.start() + 1;
        }
        return length;
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
