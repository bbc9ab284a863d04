package dev.headrace.json;

import java.util.List;
import java.util.Optional;

/**
 * What stands at the two ends of a document that is a list, or an object with a long list in it, found without reading the list.
 *
 * @param document the same document with an empty list in place of that list; of an object those members are missing that stand
 *     behind the list and were not reached from the end. Holds on to none of the bytes it was read from
 * @param listStart index of the first byte of the list
 * @param listEnd index behind the list, and behind the members that were not reached
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
     * @param path the key of the list; no key when the document is the list
     * @return empty when the list is not there, has no elements, or begins further from the start than is looked at, and for
     *     paths of several keys
     */
    public static Optional<DocumentEnds> around(byte[] bytes, int start, int end, List<String> path) {
        try {
            return switch (path.size()) {
                case 0 -> ofList(bytes, start, end);
                case 1 -> ofObject(bytes, start, end, path.get(0));
                default -> Optional.empty();
            };
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

    private static Optional<DocumentEnds> ofObject(byte[] bytes, int start, int end, String key) {
        int list = listStart(bytes, start, end, key);
        int tail = list < 0 ? BackwardScan.UNKNOWN : tailStart(bytes, list, end);
        if (tail == BackwardScan.UNKNOWN) {
            return Optional.empty();
        }
        byte[] ends = joined(bytes, start, list, tail, end);
        return JsonTree.parse(ends, 0, ends.length) instanceof JsonObject object
                        && object.member(key) instanceof JsonArray array
                        && array.start() == list - start
                ? Optional.of(new DocumentEnds(object, list, tail))
                : Optional.empty();
    }

    private static int listStart(byte[] bytes, int start, int end, String key) {
        JsonScanner scanner = new JsonScanner();
        scanner.reset(bytes, start, Math.min(end, start + MOST_BEFORE));
        if (scanner.peekValue() != JsonScanner.OBJECT) {
            return BackwardScan.UNKNOWN;
        }
        scanner.beginObject();
        while (scanner.nextKey()) {
            scanner.peekValue();
            if (JsonString.decode(bytes, scanner.keyStart(), scanner.keyEnd(), scanner.keyHasEscapes())
                    .equals(key)) {
                return isListWithElements(bytes, scanner.position(), end) ? scanner.position() : BackwardScan.UNKNOWN;
            }
            scanner.skipValue();
        }
        return BackwardScan.UNKNOWN;
    }

    private static boolean isListWithElements(byte[] bytes, int at, int end) {
        int inside = Literals.afterSpaces(bytes, at + 1, end);
        return bytes[at] == '[' && inside < end && bytes[inside] != ']';
    }

    /** The index of the comma before the first member, or of the closing brace, that was reached from the end. */
    private static int tailStart(byte[] bytes, int list, int end) {
        BackwardScan scan = new BackwardScan(bytes, Math.max(list + 1, end - MOST_BEHIND));
        int reached = scan.contentBefore(end);
        if (reached == BackwardScan.UNKNOWN || bytes[reached] != '}') {
            return BackwardScan.UNKNOWN;
        }
        int member = scan.memberBefore(reached);
        while (member != BackwardScan.UNKNOWN) {
            int comma = scan.contentBefore(member);
            if (comma == BackwardScan.UNKNOWN || bytes[comma] != ',') {
                return BackwardScan.UNKNOWN; // the members are those of an element of the list: the document has no end
            }
            reached = comma;
            member = scan.memberBefore(reached);
        }
        return isBehindList(bytes, scan, reached) ? reached : BackwardScan.UNKNOWN;
    }

    private static boolean isBehindList(byte[] bytes, BackwardScan scan, int reached) {
        int before = scan.contentBefore(reached);
        return before != BackwardScan.UNKNOWN && bytes[before] == ']';
    }

    private static byte[] joined(byte[] bytes, int start, int list, int tail, int end) {
        int head = list - start;
        byte[] ends = new byte[head + NOTHING.length() + end - tail];
        System.arraycopy(bytes, start, ends, 0, head);
        ends[head] = '[';
        ends[head + 1] = ']';
        System.arraycopy(bytes, tail, ends, head + NOTHING.length(), end - tail);
        return ends;
    }
}
