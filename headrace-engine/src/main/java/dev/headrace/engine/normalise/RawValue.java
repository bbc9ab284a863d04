package dev.headrace.engine.normalise;

import dev.headrace.json.JsonScanner;
import dev.headrace.source.JsonSlice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value that keeps its text: for the records that need a second look. */
sealed interface RawValue {

    /** The text of the value. */
    JsonSlice source();

    /** Anything but an object or a list. */
    record RawScalar(JsonSlice source) implements RawValue {}

    /** An object; a key that is there twice keeps its first place and its last value. May be changed. */
    record RawObject(JsonSlice source, Map<String, RawValue> members) implements RawValue {

        /** The value as a row: what is no object is the only value of one. */
        static RawObject of(RawValue value) {
            if (value instanceof RawObject object) {
                return object;
            }
            Map<String, RawValue> members = new LinkedHashMap<>();
            members.put("value", value);
            return new RawObject(value.source(), members);
        }

        /** The element of a list as a row: a list in a list is one that holds it as {@code list}. */
        static RawObject ofElement(RawValue element) {
            if (!(element instanceof RawList)) {
                return of(element);
            }
            Map<String, RawValue> members = new LinkedHashMap<>();
            members.put("list", element);
            return new RawObject(element.source(), members);
        }
    }

    /** A list. */
    record RawList(JsonSlice source, List<RawValue> elements) implements RawValue {

        /** The elements of both. */
        RawList and(RawList other) {
            List<RawValue> both = new ArrayList<>(elements);
            both.addAll(other.elements());
            return new RawList(source, both);
        }
    }

    /** Reads the value of that text. */
    static RawValue of(JsonSlice text) {
        JsonScanner scanner = new JsonScanner();
        scanner.reset(text.bytes(), text.start(), text.end());
        return read(scanner, text.bytes());
    }

    /** Reads the value that comes next. */
    static RawValue read(JsonScanner scanner, byte[] bytes) {
        int kind = scanner.peekValue();
        int start = scanner.position();
        if (kind == JsonScanner.OBJECT) {
            Map<String, RawValue> members = readMembers(scanner, bytes);
            return new RawObject(new JsonSlice(bytes, start, scanner.position()), members);
        }
        if (kind == JsonScanner.ARRAY) {
            List<RawValue> elements = readElements(scanner, bytes);
            return new RawList(new JsonSlice(bytes, start, scanner.position()), elements);
        }
        scanner.skipValue();
        return new RawScalar(new JsonSlice(bytes, start, scanner.position()));
    }

    private static Map<String, RawValue> readMembers(JsonScanner scanner, byte[] bytes) {
        Map<String, RawValue> members = new LinkedHashMap<>();
        scanner.beginObject();
        while (scanner.nextKey()) {
            members.put(Keys.text(bytes, scanner), read(scanner, bytes));
        }
        return members;
    }

    private static List<RawValue> readElements(JsonScanner scanner, byte[] bytes) {
        List<RawValue> elements = new ArrayList<>();
        scanner.beginArray();
        while (scanner.nextElement()) {
            elements.add(read(scanner, bytes));
        }
        return elements;
    }
}
