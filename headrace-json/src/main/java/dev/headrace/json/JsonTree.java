package dev.headrace.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON text into {@link JsonValue}s, as strictly as the scanner does. */
public final class JsonTree {
    private final JsonScanner scanner;
    private final int skipStart;
    private final int skipEnd;

    private JsonTree(JsonScanner scanner, int skipStart, int skipEnd) {
        this.scanner = scanner;
        this.skipStart = skipStart;
        this.skipEnd = skipEnd;
    }

    /**
     * The one value that the bytes from {@code start} to before {@code end} are.
     *
     * @throws JsonSyntaxException if they are not one JSON text
     */
    public static JsonValue parse(byte[] bytes, int start, int end) {
        return parse(bytes, start, end, -1, -1);
    }

    /**
     * The same for a text of which one value is known already: the value that begins at {@code skipStart} and ends
     * before {@code skipEnd} is passed over unread and stands in the tree as an array without elements.
     *
     * @param skipStart -1 if nothing is to be passed over
     * @throws JsonSyntaxException if the rest is not one JSON text
     */
    public static JsonValue parse(byte[] bytes, int start, int end, int skipStart, int skipEnd) {
        if (skipEnd > end || skipStart > skipEnd) {
            throw new IndexOutOfBoundsException(
                    "Cannot pass over the bytes " + skipStart + " to " + skipEnd + " of a text that ends at " + end);
        }
        JsonScanner scanner = new JsonScanner();
        scanner.reset(bytes, start, end);
        JsonValue value = new JsonTree(scanner, skipStart, skipEnd).value();
        scanner.endDocument();
        return value;
    }

    /**
     * The one value that a text is.
     *
     * @throws JsonSyntaxException if it is not JSON
     */
    public static JsonValue parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /** The value that comes next in a scanner, which then stands behind it. */
    public static JsonValue read(JsonScanner scanner) {
        return new JsonTree(scanner, -1, -1).value();
    }

    // Recursion ends at the scanner's limit of depth.
    private JsonValue value() {
        int kind = scanner.peekValue();
        int start = scanner.position();
        if (start == skipStart) {
            scanner.moveTo(skipEnd);
            return new JsonArray(scanner.source(), start, skipEnd, List.of());
        }
        if (kind == JsonScanner.OBJECT) {
            return object(start);
        }
        return kind == JsonScanner.ARRAY ? array(start) : scalar(kind, start);
    }

    private JsonValue object(int start) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        scanner.beginObject();
        while (scanner.nextKey()) {
            String key =
                    JsonString.decode(scanner.source(), scanner.keyStart(), scanner.keyEnd(), scanner.keyHasEscapes());
            members.put(key, value());
        }
        return new JsonObject(scanner.source(), start, scanner.position(), members);
    }

    private JsonValue array(int start) {
        List<JsonValue> elements = new ArrayList<>();
        scanner.beginArray();
        while (scanner.nextElement()) {
            elements.add(value());
        }
        return new JsonArray(scanner.source(), start, scanner.position(), elements);
    }

    private JsonValue scalar(int kind, int start) {
        byte[] bytes = scanner.source();
        if (kind == JsonScanner.STRING) {
            scanner.readString();
            return new JsonString(bytes, start, scanner.position(), scanner.stringHasEscapes());
        }
        if (kind == JsonScanner.NUMBER) {
            return number(start);
        }
        if (kind == JsonScanner.NULL) {
            scanner.readNull();
            return new JsonNull(bytes, start, scanner.position());
        }
        boolean value = scanner.readBoolean();
        return new JsonBoolean(bytes, start, scanner.position(), value);
    }

    private JsonValue number(int start) {
        scanner.readNumber();
        return new JsonNumber(
                scanner.source(),
                start,
                scanner.position(),
                scanner.numberIsIntegral(),
                scanner.numberFitsLong(),
                scanner.longValue());
    }
}
