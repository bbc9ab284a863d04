package dev.headrace.engine.normalise;

import dev.headrace.json.JsonScanner;
import dev.headrace.source.JsonSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the records of a list apart although one of them is no JSON: its structure (brackets, quotes, commas, colons) must be
 * sound, while what stands in its strings, and in place of numbers and words, is not looked at.
 */
final class LooseRecords {

    private static final int OUTERMOST = 0;
    private static final int NOWHERE = -1;

    private final byte[] bytes;
    private final int end;
    private final List<JsonSlice> records = new ArrayList<>();

    private LooseRecords(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** The elements of the list that stands between the indices; empty when it is none, or its structure is broken. */
    static Optional<List<JsonSlice>> of(byte[] bytes, int start, int end) {
        LooseRecords loose = new LooseRecords(bytes, end);
        int opening = loose.content(start);
        int behind = loose.is(opening, '[') ? loose.behindContainer(opening, ']', OUTERMOST) : NOWHERE;
        return behind != NOWHERE && loose.content(behind) == end ? Optional.of(loose.records) : Optional.empty();
    }

    private int behindValue(int at, int depth) {
        if (at >= end || depth > JsonScanner.MAX_DEPTH) {
            return NOWHERE;
        }
        return switch (bytes[at]) {
            case '"' -> behindString(at);
            case '{' -> behindContainer(at, '}', depth);
            case '[' -> behindContainer(at, ']', depth);
            default -> behindWord(at);
        };
    }

    private int behindContainer(int opening, char closing, int depth) {
        int at = content(opening + 1);
        if (is(at, closing)) {
            return at + 1;
        }
        while (at != NOWHERE && at < end) {
            int behind = closing == '}' ? behindMember(at, depth) : behindValue(at, depth + 1);
            if (behind == NOWHERE) {
                return NOWHERE;
            }
            if (depth == OUTERMOST) {
                records.add(new JsonSlice(bytes, at, behind));
            }
            at = content(behind);
            if (is(at, closing)) {
                return at + 1;
            }
            at = is(at, ',') ? content(at + 1) : NOWHERE;
        }
        return NOWHERE;
    }

    private int behindMember(int at, int depth) {
        if (!is(at, '"')) {
            return NOWHERE;
        }
        int key = behindString(at);
        int colon = key == NOWHERE ? end : content(key);
        return is(colon, ':') ? behindValue(content(colon + 1), depth + 1) : NOWHERE;
    }

    private int behindString(int opening) {
        for (int at = opening + 1; at < end; at++) {
            if (bytes[at] == '"') {
                return at + 1;
            }
            at += bytes[at] == '\\' ? 1 : 0;
        }
        return NOWHERE;
    }

    /** A number or a word, or what stands in place of one. */
    private int behindWord(int start) {
        int at = start;
        while (at < end && isOfWord(bytes[at])) {
            at++;
        }
        return at == start ? NOWHERE : at;
    }

    private static boolean isOfWord(byte next) {
        return next >= '0' && next <= '9'
                || next >= 'a' && next <= 'z'
                || next >= 'A' && next <= 'Z'
                || next == '-'
                || next == '+'
                || next == '.';
    }

    private boolean is(int at, char wanted) {
        return at < end && bytes[at] == wanted;
    }

    private int content(int from) {
        int at = from;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }
}
