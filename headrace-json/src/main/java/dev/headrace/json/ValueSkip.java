package dev.headrace.json;

import java.util.Arrays;

/** Passes over a value of any depth, and validates it on the way. */
final class ValueSkip {
    private static final int USUAL_DEPTH = 16;

    /** By depth; longer as soon as a text is deeper. */
    private boolean[] inObject = new boolean[USUAL_DEPTH];

    /** Passes over the value of that kind that comes next. */
    void skip(JsonScanner scanner, int kind) {
        int floor = scanner.depth();
        enter(scanner, kind);
        while (scanner.depth() > floor) {
            boolean more = inObject[scanner.depth()] ? scanner.nextKey() : scanner.nextElement();
            if (more) {
                enter(scanner, scanner.peekValue());
            }
        }
    }

    /** Passes over a scalar, or reads the opening of a container. */
    private void enter(JsonScanner scanner, int kind) {
        switch (kind) {
            case JsonScanner.STRING -> scanner.readString();
            case JsonScanner.NUMBER -> scanner.readNumber();
            case JsonScanner.NULL -> scanner.readNull();
            case JsonScanner.OBJECT -> open(scanner, true);
            case JsonScanner.ARRAY -> open(scanner, false);
            default -> scanner.readBoolean();
        }
    }

    private void open(JsonScanner scanner, boolean object) {
        if (object) {
            scanner.beginObject();
        } else {
            scanner.beginArray();
        }
        if (scanner.depth() >= inObject.length) {
            inObject = Arrays.copyOf(inObject, JsonScanner.MAX_DEPTH + 1);
        }
        inObject[scanner.depth()] = object;
    }
}
