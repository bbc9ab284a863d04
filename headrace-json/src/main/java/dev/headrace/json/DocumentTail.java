package dev.headrace.json;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was reached behind a list, going backwards from the end of a document: the members of the outermost object, and the ends of the
 * objects within it, as far as the list's closing bracket.
 *
 * @param start index of the comma before the first member of the outermost object, or of its closing brace, that was reached. What was
 *     reached of other objects is not told: nobody knows whether these are the ones around the list, or others behind it that are too
 *     long to be passed
 * @param listEnd index behind a list that ends where the one that is meant would
 */
record DocumentTail(int start, int listEnd) {

    /**
     * Reads the end of a document.
     *
     * @param floor index of the first byte that is looked at; behind the list's opening bracket
     * @param path the keys that lead to the list; at least one
     * @return null when the bytes do not end as a document with such a list would, or a key of the path comes again behind the list
     * @throws JsonSyntaxException when what was reached is no JSON
     */
    static @Nullable DocumentTail of(byte[] bytes, int floor, int end, List<String> path) {
        BackwardScan scan = new BackwardScan(bytes, floor);
        int start = BackwardScan.UNKNOWN;
        int reached = end;
        for (String key : path) {
            int brace = scan.contentBefore(reached);
            reached = brace == BackwardScan.UNKNOWN ? BackwardScan.UNKNOWN : membersStart(bytes, scan, brace);
            if (reached == BackwardScan.UNKNOWN || hasMember(bytes, reached, brace, key)) {
                return null;
            }
            start = start == BackwardScan.UNKNOWN ? reached : start;
        }
        int bracket = scan.contentBefore(reached);
        return bracket == BackwardScan.UNKNOWN || bytes[bracket] != ']' ? null : new DocumentTail(start, bracket + 1);
    }

    /** The index of the comma before the first member that is reached from an object's closing brace, or of that brace. */
    private static int membersStart(byte[] bytes, BackwardScan scan, int brace) {
        if (bytes[brace] != '}') {
            return BackwardScan.UNKNOWN;
        }
        int reached = brace;
        int member = scan.memberBefore(reached);
        while (member != BackwardScan.UNKNOWN) {
            int comma = scan.contentBefore(member);
            if (comma == BackwardScan.UNKNOWN || bytes[comma] != ',') {
                return BackwardScan.UNKNOWN; // the members are those of an element of the list: the document has no end
            }
            reached = comma;
            member = scan.memberBefore(reached);
        }
        return reached;
    }

    /** Whether one of the members from a comma to the closing brace has a key; there are none when both are the brace. */
    private static boolean hasMember(byte[] bytes, int comma, int brace, String key) {
        if (comma == brace) {
            return false;
        }
        byte[] members = Arrays.copyOfRange(bytes, comma, brace + 1);
        members[0] = '{';
        return JsonTree.parse(members, 0, members.length) instanceof JsonObject object && object.member(key) != null;
    }
}
