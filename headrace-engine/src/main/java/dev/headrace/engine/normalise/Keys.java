package dev.headrace.engine.normalise;

import dev.headrace.json.JsonScanner;
import java.nio.charset.StandardCharsets;

/** Keys of objects as text. */
final class Keys {

    private Keys() {}

    /** The key that the scanner has read last, without escapes. */
    static String text(byte[] bytes, JsonScanner scanner) {
        return text(bytes, scanner, scanner.keyStart(), scanner.keyEnd(), scanner.keyHasEscapes());
    }

    /** The string that the scanner has read last, without escapes. */
    static String string(byte[] bytes, JsonScanner scanner) {
        return text(bytes, scanner, scanner.stringStart(), scanner.stringEnd(), scanner.stringHasEscapes());
    }

    private static String text(byte[] bytes, JsonScanner scanner, int start, int end, boolean escaped) {
        if (!escaped) {
            return new String(bytes, start, end - start, StandardCharsets.UTF_8);
        }
        byte[] text = new byte[end - start];
        int length = scanner.unescape(start, end, text, 0);
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }
}
