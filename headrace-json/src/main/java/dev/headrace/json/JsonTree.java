package dev.headrace.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text into {@link JsonValue}s, as strictly as the scanner does. Objects within others are validated at
 * once, and their values are taken apart when somebody asks for them: most users want few fields of a page.
 */
public final class JsonTree {
    /** Objects are left for later in this many levels of them: each is passed over once more. Deeper ones are not. */
    private static final int LEVELS_LEFT = 3;

    /** Bytes of an object whose members are found again when somebody asks: to remember them would take more than the text. */
    private static final int SMALL = 128;

    private final JsonScanner scanner;
    private final int skipStart;
    private final int skipEnd;

    /** In so many levels objects are left for later. */
    private final int levelsLeft;

    /** Null as long as no object has been left: most values are none. */
    private MemberBounds.@Nullable Builder members;

    private JsonTree(JsonScanner scanner, int levelsLeft) {
        this(scanner, -1, -1, levelsLeft);
    }

    private JsonTree(JsonScanner scanner, int skipStart, int skipEnd, int levelsLeft) {
        this.scanner = scanner;
        this.skipStart = skipStart;
        this.skipEnd = skipEnd;
        this.levelsLeft = levelsLeft;
    }

    /**
     * The one value that the bytes from {@code start} to before {@code end} are.
     *
     * @throws JsonSyntaxException if they are not one JSON text
     */
    public static JsonValue parse(byte[] bytes, int start, int end) {
        return document(bytes, start, end, new JsonTree(new JsonScanner(), LEVELS_LEFT));
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
        return document(bytes, start, end, new JsonTree(new JsonScanner(), skipStart, skipEnd, 0));
    }

    private static JsonValue document(byte[] bytes, int start, int end, JsonTree tree) {
        tree.scanner.reset(bytes, start, end);
        JsonValue value = tree.outermost();
        tree.scanner.endDocument();
        return value;
    }

    /** For the values of an object whose own are left for later in so many levels; 0: not at all. */
    static JsonTree within(int levelsLeft) {
        return new JsonTree(new JsonScanner(), Math.max(0, levelsLeft - 1));
    }

    /** The value that stands there; it has been validated. */
    JsonValue value(byte[] text, int from, int to) {
        scanner.reset(text, from, to);
        return value();
    }

    /** Where the members of an object stand. */
    static MemberBounds bounds(JsonObject object) {
        JsonTree tree = within(0);
        tree.scanner.reset(object.bytes(), object.start(), object.end());
        return tree.found().build();
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
        return new JsonTree(scanner, 0).value();
    }

    /** An object that is the whole text holds the records of a page, all of which are asked for. */
    private JsonValue outermost() {
        boolean object = scanner.peekValue() == JsonScanner.OBJECT;
        return object && scanner.position() != skipStart ? wholeObject(scanner.position()) : value();
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
        if (levelsLeft > 0) {
            MemberBounds.Builder found = found();
            boolean small = scanner.position() - start < SMALL;
            return new JsonObject(
                    scanner.source(), start, scanner.position(), small ? null : found.build(), levelsLeft);
        }
        return wholeObject(start);
    }

    /** The members of the object that comes next, until the next one is asked for. */
    private MemberBounds.Builder found() {
        MemberBounds.Builder known = members;
        if (known == null) {
            known = new MemberBounds.Builder();
            members = known;
        }
        known.find(scanner);
        return known;
    }

    private JsonValue wholeObject(int start) {
        Map<String, JsonValue> members = members();
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

    private Map<String, JsonValue> members() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        scanner.beginObject();
        while (scanner.nextKey()) {
            String key =
                    JsonString.decode(scanner.source(), scanner.keyStart(), scanner.keyEnd(), scanner.keyHasEscapes());
            members.put(key, value());
        }
        return members;
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
