package dev.headrace.json;

/** Finds the end of a string, validates what lies before it, and remembers whether there were escapes. */
final class StringScan {
    private static final int LONGEST_STEP = 8;

    private boolean escaped;
    private String expected = "";

    boolean escaped() {
        return escaped;
    }

    /** What should have stood at the index whose complement {@link #closingQuote} answered. */
    String expected() {
        return expected;
    }

    /** The index of the closing quote, or the complement of the index of a fault; {@code from} is behind the opening. */
    int closingQuote(byte[] source, int from, int end) {
        int last = end - LONGEST_STEP;
        int at = from;
        escaped = false;
        while (at >= 0 && at <= last) {
            long special = Words.special(Words.at(source, at));
            if (special == 0) {
                at += LONGEST_STEP;
                continue;
            }
            at += Long.numberOfTrailingZeros(special) >>> 3;
            if (source[at] == '"') {
                return at;
            }
            at = afterSpecial(source, at, end);
        }
        return at < 0 ? at : closingQuoteNearEnd(source, at, end);
    }

    private int closingQuoteNearEnd(byte[] source, int from, int end) {
        int at = from;
        while (at >= 0 && at < end) {
            byte next = source[at];
            if (next == '"') {
                return at;
            }
            at = next < ' ' || next == '\\' ? afterSpecial(source, at, end) : at + 1;
        }
        return at < 0 ? at : fault(end, "the closing '\"' of a string");
    }

    private int afterSpecial(byte[] source, int at, int end) {
        if (source[at] < 0) {
            return afterNonAscii(source, at, end);
        }
        return source[at] == '\\'
                ? afterEscape(source, at, end)
                : fault(at, "no bare control character in a string (write it as an escape)");
    }

    private int afterEscape(byte[] source, int at, int end) {
        escaped = true;
        int fault = Escapes.fault(source, at, end);
        if (fault >= 0) {
            return fault(fault, fault == at + 1 ? "one of \"\\/bfnrtu after a backslash" : "a hexadecimal digit");
        }
        return source[at + 1] == 'u' ? at + 6 : at + 2;
    }

    private int afterNonAscii(byte[] source, int from, int end) {
        int at = from;
        while (at < end && source[at] < 0) {
            int after = Utf8.afterSequence(source, at, end);
            if (after < 0) {
                return fault(at, "well-formed UTF-8");
            }
            at = after;
        }
        return at;
    }

    private int fault(int at, String wanted) {
        expected = wanted;
        return ~at;
    }
}
