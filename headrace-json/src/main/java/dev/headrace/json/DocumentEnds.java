package dev.headrace.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the two ends of a document that is a list, or an object with a long list in it, found without reading the list.
 *
 * @param document the same document with an empty list in place of that list; of the objects around it those members are missing
 *     that stand behind the list and were not reached from the end: all of them, but in the outermost object. Holds on to none of the
 *     bytes it was read from
 * @param listStart index of the first byte of the list
 * @param listEnd index behind the list; where members were not reached, perhaps behind another list in them instead
 */
public record DocumentEnds(JsonValue document, int listStart, int listEnd) {

    /** So many bytes are looked at before the list. */
    private static final int MOST_BEFORE = 16 * 1024;

    /** So many bytes at the end are looked at for members behind the list. */
    private static final int MOST_BEHIND = 4 * 1024;

    private static final String NOTHING = "[]";

    /**
     * Looks at both ends of the bytes from {@code start} to before {@code end}, which are taken for JSON: whoever reads the
     * list checks that. Where an object has a key twice, the last one counts, unless it was not reached.
     *
     * @param path the keys of objects that lead to the list; none when the document is the list
     * @return empty when the list is not there, has no elements, or begins further from the start than is looked at
     */
    public static Optional<DocumentEnds> around(byte[] bytes, int start, int end, List<String> path) {
        try {
            return path.isEmpty() ? ofList(bytes, start, end) : ofObject(bytes, start, end, path);
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<DocumentEnds> ofList(byte[] bytes, int start, int end) {
        int first = Literals.afterSpaces(bytes, start, end);
        int last = new BackwardScan(bytes, first).contentBefore(end);
        boolean closed = first < last && bytes[last] == ']' && isListWithElements(bytes, first, last + 1);
        return closed ? Optional.of(new DocumentEnds(JsonTree.parse(NOTHING), first, last + 1)) : Optional.empty();
    }

    private static Optional<DocumentEnds> ofObject(byte[] bytes, int start, int end, List<String> path) {
        int list = listStart(bytes, start, end, path);
        DocumentTail tail = list < 0 ? null : DocumentTail.of(bytes, Math.max(list + 1, end - MOST_BEHIND), end, path);
        if (tail == null) {
            return Optional.empty();
        }
        byte[] ends = joined(bytes, start, list, NOTHING + "}".repeat(path.size() - 1), tail.start(), end);
        JsonValue document = JsonTree.parse(ends, 0, ends.length);
        return at(document, path) instanceof JsonArray array && array.start() == list - start
                ? Optional.of(new DocumentEnds(document, list, tail.listEnd()))
                : Optional.empty();
    }

    private static int listStart(byte[] bytes, int start, int end, List<String> path) {
        JsonScanner scanner = new JsonScanner();
        scanner.reset(bytes, start, Math.min(end, start + MOST_BEFORE));
        for (String key : path) {
            if (!enterMember(scanner, key)) {
                return BackwardScan.UNKNOWN;
            }
        }
        return isListWithElements(bytes, scanner.position(), end) ? scanner.position() : BackwardScan.UNKNOWN;
    }

    /** Goes into the object that comes next, as far as the value of a member; false when there is no such object or member. */
    private static boolean enterMember(JsonScanner scanner, String key) {
        if (scanner.peekValue() != JsonScanner.OBJECT) {
            return false;
        }
        scanner.beginObject();
        while (scanner.nextKey()) {
            scanner.peekValue();
            if (JsonString.decode(scanner.source(), scanner.keyStart(), scanner.keyEnd(), scanner.keyHasEscapes())
                    .equals(key)) {
                return true;
            }
            scanner.skipValue();
        }
        return false;
    }

    private static @Nullable JsonValue at(JsonValue document, List<String> path) {
        JsonValue value = document;
        for (String key : path) {
            value = value instanceof JsonObject object ? object.member(key) : null;
        }
        return value;
    }

    private static boolean isListWithElements(byte[] bytes, int at, int end) {
        int inside = Literals.afterSpaces(bytes, at + 1, end);
        return bytes[at] == '[' && inside < end && bytes[inside] != ']';
    }

    /** The bytes before the list, what stands in its place, and the bytes behind. */
    private static byte[] joined(byte[] bytes, int start, int list, String between, int tail, int end) {
        int head = list - start;
        byte[] ends = new byte[head + between.length() + end - tail];
        System.arraycopy(bytes, start, ends, 0, head);
        System.arraycopy(between.getBytes(US_ASCII), 0, ends, head, between.length());
        System.arraycopy(bytes, tail, ends, head + between.length(), end - tail);
        return ends;
    }
}
