package dev.headrace.json;

/**
 * Reads the end of a JSON text backwards, a member at a time. That is no less certain than reading forwards: from outside of
 * all strings the quote before is a closing one, and an opening quote has no backslash before it. Of a text that is not
 * JSON it may answer anything.
 */
final class BackwardScan {

    /** What is looked for lies before the floor, or is not there. */
    static final int UNKNOWN = -1;

    private final byte[] bytes;
    private final int floor;

    /** @param floor index of the first byte that is looked at */
    BackwardScan(byte[] bytes, int floor) {
        this.bytes = bytes;
        this.floor = floor;
    }

    /** The index of the first byte, the quote of the key, of the member that ends before {@code behind}. */
    int memberBefore(int behind) {
        int value = valueBefore(behind);
        int colon = contentBefore(value);
        if (colon == UNKNOWN || bytes[colon] != ':') {
            return UNKNOWN;
        }
        int quote = contentBefore(colon);
        return quote == UNKNOWN || bytes[quote] != '"' ? UNKNOWN : openingQuote(quote);
    }

    /** The index of the last byte before {@code behind} that is no white space. */
    int contentBefore(int behind) {
        int at = behind - 1;
        while (at >= floor && Literals.isSpace(bytes[at])) {
            at--;
        }
        return at >= floor ? at : UNKNOWN;
    }

    private int valueBefore(int behind) {
        int last = contentBefore(behind);
        if (last == UNKNOWN) {
            return UNKNOWN;
        }
        return switch (bytes[last]) {
            case '"' -> openingQuote(last);
            case '}', ']' -> openingBracket(last);
            default -> wordStart(last);
        };
    }

    private int openingBracket(int closing) {
        int depth = 0;
        for (int at = closing; at >= floor; at--) {
            switch (bytes[at]) {
                case '"' -> at = openingQuote(at);
                case '}', ']' -> depth++;
                case '{', '[' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return at;
            }
        }
        return UNKNOWN;
    }

    private int openingQuote(int closing) {
        int at = closing - 1;
        while (at >= floor && (bytes[at] != '"' || isEscaped(at))) {
            at--;
        }
        return at >= floor ? at : UNKNOWN;
    }

    private boolean isEscaped(int at) {
        int first = at;
        while (first > 0 && bytes[first - 1] == '\\') {
            first--;
        }
        return (at - first) % 2 == 1;
    }

    /** Of a number, {@code true}, {@code false} or {@code null}. */
    private int wordStart(int last) {
        int at = last;
        while (at >= floor && bytes[at] != ':' && bytes[at] != ',' && !Literals.isSpace(bytes[at])) {
            at--;
        }
        return at >= floor ? at + 1 : UNKNOWN;
    }
}
