package dev.headrace.config.python;

import java.util.Map;
import java.util.function.Function;

/** Escape sequences in Python's string literals; unknown ones stay as they are, as in Python. */
final class PythonEscapes {

    private static final Map<Character, String> SIMPLE = Map.ofEntries(
            Map.entry('\n', ""),
            Map.entry('\\', "\\"),
            Map.entry('\'', "'"),
            Map.entry('"', "\""),
            Map.entry('a', "\u0007"),
            Map.entry('b', "\b"),
            Map.entry('f', "\f"),
            Map.entry('n', "\n"),
            Map.entry('r', "\r"),
            Map.entry('t', "\t"),
            Map.entry('v', "\u000B"));

    private static final Map<Character, Integer> HEXADECIMAL = Map.of('x', 2, 'u', 4, 'U', 8);

    private PythonEscapes() {}

    static String decode(String content, Function<String, ? extends RuntimeException> mistake) {
        if (content.indexOf('\\') < 0) {
            return content;
        }
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c != '\\' || i + 1 == content.length()) {
                decoded.append(c);
            } else {
                i = escape(content, i + 1, decoded, mistake);
            }
        }
        return decoded.toString();
    }

    /** Decodes the escape whose letter stands at {@code i}; returns where it ends. */
    private static int escape(
            String content, int i, StringBuilder decoded, Function<String, ? extends RuntimeException> mistake) {
        char letter = content.charAt(i);
        if (SIMPLE.containsKey(letter)) {
            decoded.append(SIMPLE.get(letter));
            return i;
        }
        if (HEXADECIMAL.containsKey(letter)) {
            int end = i + 1 + HEXADECIMAL.getOrDefault(letter, 0);
            decoded.appendCodePoint(codePoint(content, i + 1, end, 16, mistake));
            return end - 1;
        }
        if (letter >= '0' && letter <= '7') {
            int end = i + 1;
            while (end < content.length() && end < i + 3 && content.charAt(end) >= '0' && content.charAt(end) <= '7') {
                end++;
            }
            decoded.appendCodePoint(codePoint(content, i, end, 8, mistake));
            return end - 1;
        }
        if (letter == 'N') {
            throw mistake.apply("characters by name (\\N{...}) are not read; write the character itself");
        }
        decoded.append('\\').append(letter);
        return i;
    }

    private static int codePoint(
            String content, int from, int to, int radix, Function<String, ? extends RuntimeException> mistake) {
        try {
            int value = to <= content.length() ? Integer.parseInt(content.substring(from, to), radix) : -1;
            if (Character.isValidCodePoint(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw mistake.apply("an escape with wrong digits");
        }
        throw mistake.apply("an escape with wrong digits");
    }
}
