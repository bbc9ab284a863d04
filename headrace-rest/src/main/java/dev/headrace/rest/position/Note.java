package dev.headrace.rest.position;

import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object in the document of a position: what something has come to, by name. What is null, false or empty is left out
 * when it is written, and is that again when it is read. Reading throws {@link IllegalArgumentException} where the document
 * is not as expected.
 */
public final class Note {

    private final Map<String, @Nullable Object> fields;

    /** An empty one, to be written. */
    public Note() {
        this(new LinkedHashMap<>());
    }

    private Note(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    /** The note that a document is. */
    public static Note parse(String document) {
        try {
            return of("document", JsonTree.parse(document).toJava());
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException("its document is no JSON: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked") // JSON objects have text keys
    private static Note of(String name, @Nullable Object json) {
        return new Note((Map<String, @Nullable Object>) expected(name, Map.class, json));
    }

    private static <T> T expected(String name, Class<T> type, @Nullable Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("'" + name + "' of its document is "
                    + (value == null ? "missing" : "no " + type.getSimpleName().toLowerCase(java.util.Locale.ROOT)));
        }
        return type.cast(value);
    }

    /** Writes a JSON value as plain Java, unless it is null, false or empty. */
    public Note put(String name, @Nullable Object value) {
        boolean empty = value == null
                || value.equals(false)
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        if (!empty) {
            fields.put(name, value);
        }
        return this;
    }

    /** Writes a note within this one. */
    public Note put(String name, Note note) {
        return put(name, note.fields);
    }

    /** Writes a list of notes. */
    public Note putAll(String name, List<Note> notes) {
        return put(name, notes.stream().map(note -> note.fields).toList());
    }

    /** Writes lists of notes. */
    public Note putLists(String name, List<List<Note>> lists) {
        return put(
                name,
                lists.stream()
                        .map(notes -> notes.stream().map(note -> note.fields).toList())
                        .toList());
    }

    /** A JSON value as plain Java; null when there is none. */
    public @Nullable Object value(String name) {
        return fields.get(name);
    }

    /** Whether there is a value. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public boolean flag(String name) {
        return has(name) && expected(name, Boolean.class, value(name));
    }

    /** 0 when there is none. */
    public long number(String name) {
        return has(name) ? expected(name, Long.class, value(name)) : 0;
    }

    /** 0 when there is none. */
    public int count(String name) {
        long number = number(name);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("'" + name + "' of its document is " + number);
        }
        return (int) number;
    }

    /** There must be one. */
    public String text(String name) {
        return expected(name, String.class, value(name));
    }

    /** Empty when there are none. */
    public List<?> list(String name) {
        return has(name) ? expected(name, List.class, value(name)) : List.of();
    }

    /** Empty when there are none. */
    public List<String> texts(String name) {
        return all(name, list(name), element -> expected(name, String.class, element));
    }

    /** Empty when there is none. */
    public Note note(String name) {
        return has(name) ? of(name, value(name)) : new Note();
    }

    /** The values of a note by their names. */
    public Map<String, @Nullable Object> fields() {
        return fields;
    }

    /** Empty when there are none. */
    public List<Note> notes(String name) {
        return all(name, list(name), element -> of(name, element));
    }

    /** Empty when there are none. */
    public List<List<Note>> noteLists(String name) {
        return all(name, list(name), inner -> all(name, expected(name, List.class, inner), e -> of(name, e)));
    }

    private static <T> List<T> all(String name, List<?> elements, Function<@Nullable Object, T> reading) {
        List<T> read = new ArrayList<>(elements.size());
        elements.forEach(element -> read.add(reading.apply(element)));
        return read;
    }

    /** Hands over every text in it, whatever it is the value of. */
    public void eachText(Consumer<String> consumer) {
        fields.values().forEach(value -> eachText(value, consumer));
    }

    private static void eachText(@Nullable Object value, Consumer<String> consumer) {
        if (value instanceof String text) {
            consumer.accept(text);
        } else if (value instanceof Collection<?> list) {
            list.forEach(element -> eachText(element, consumer));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(member -> eachText(member, consumer));
        }
    }

    /** As JSON. */
    public String document() {
        return JsonText.write(fields);
    }
}
