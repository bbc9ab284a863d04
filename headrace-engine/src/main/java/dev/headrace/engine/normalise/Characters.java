package dev.headrace.engine.normalise;

import java.nio.charset.StandardCharsets;

/** Looks for characters that some destinations cannot hold. */
final class Characters {

    private static final int UNIT_LENGTH = 6;
    private static final int RADIX = 16;

    private Characters() {}

    /** Whether a text in UTF-8 has U+0000. */
    static boolean haveNul(byte[] text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (text[at] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a valid JSON text has U+0000, or half of a surrogate pair; both can only be there as escapes. */
    static boolean haveHalves(byte[] json) {
        boolean afterHigh = false;
        for (int at = 0; at < json.length; at++) {
            char unit = json[at] == '\\' && json[at + 1] == 'u' ? unit(json, at) : ' ';
            if (unit == 0 || afterHigh != Character.isLowSurrogate(unit)) {
                return true;
            }
            afterHigh = Character.isHighSurrogate(unit);
            at += json[at] != '\\' ? 0 : json[at + 1] == 'u' ? UNIT_LENGTH - 1 : 1;
        }
        return false;
    }

    private static char unit(byte[] json, int at) {
        return (char) Integer.parseInt(new String(json, at + 2, UNIT_LENGTH - 2, StandardCharsets.US_ASCII), RADIX);
    }
}
