package dev.headrace.json;

import java.nio.charset.StandardCharsets;

/** Ways into the scanner that several tests share. */
final class Scans {
    private Scans() {}

    static JsonScanner of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static JsonScanner of(byte[] bytes) {
        JsonScanner scanner = new JsonScanner();
        scanner.reset(bytes, 0, bytes.length);
        return scanner;
    }

    /** Whether the bytes are one JSON text; surrounded by other bytes to notice reads outside the range. */
    static boolean accepts(byte[] text) {
        byte[] padded = new byte[text.length + 32];
        java.util.Arrays.fill(padded, (byte) '"');
        System.arraycopy(text, 0, padded, 16, text.length);
        JsonScanner scanner = new JsonScanner();
        scanner.reset(padded, 16, 16 + text.length);
        try {
            scanner.skipValue();
            scanner.endDocument();
            return true;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }

    /** Whether the bytes can be read into values. */
    static boolean parses(byte[] text) {
        try {
            JsonTree.parse(text, 0, text.length);
            return true;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }

    static String string(JsonScanner scanner) {
        scanner.readString();
        return text(scanner, scanner.stringStart(), scanner.stringEnd());
    }

    static String key(JsonScanner scanner) {
        return text(scanner, scanner.keyStart(), scanner.keyEnd());
    }

    private static String text(JsonScanner scanner, int start, int end) {
        byte[] target = new byte[end - start];
        return new String(target, 0, scanner.unescape(start, end, target, 0), StandardCharsets.UTF_8);
    }
}
