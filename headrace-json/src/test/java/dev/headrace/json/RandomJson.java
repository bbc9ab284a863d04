package dev.headrace.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Writes random JSON texts with random white space, escapes and number forms, and damages texts at random. */
final class RandomJson {
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "-7",
            "12.5",
            "1e5",
            "1E-7",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "0.1",
            "123456789012345678901234567890",
            "3.141592653589793",
            "1e400",
            "-0.0",
            "5e-324",
            "1.7976931348623157e308",
            "1234567890123456789.25");
    private static final List<String> PIECES = List.of(
            "a",
            "bc",
            "a longer piece of text",
            "é",
            "€",
            "😀",
            "\\n",
            "\\\"",
            "\\\\",
            "\\/",
            "\\u0041",
            "\\ud83d\\ude00",
            " ",
            "\u007f",
            "{",
            "]",
            ":",
            ",",
            "'");
    private static final List<String> HALVES = List.of("\\uD83D", "\\uDE00");
    private static final byte[] DAMAGE =
            "\"\\{}[]:,.+-eE01u/ \ntfnNI\0\u001f\u007f\u00e9\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    RandomJson(Random random) {
        this.random = random;
    }

    byte[] text() {
        text.setLength(0);
        value(0);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(int depth) {
        space();
        switch (random.nextInt(depth > 4 ? 5 : 8)) {
            case 0, 1 -> string(random.nextInt(4) == 0 ? HALVES.get(random.nextInt(2)) : "");
            case 2 -> text.append(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 3 -> text.append(random.nextInt() >> random.nextInt(31));
            case 4 -> text.append(List.of("true", "false", "null").get(random.nextInt(3)));
            case 5 -> array(depth);
            default -> object(depth);
        }
        space();
    }

    private void string(String last) {
        text.append('"');
        for (int count = random.nextInt(6); count > 0; count--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        text.append(last).append('"');
    }

    private void array(int depth) {
        text.append('[');
        space();
        int count = random.nextInt(4);
        for (int index = 0; index < count; index++) {
            text.append(index > 0 ? "," : "");
            value(depth + 1);
        }
        text.append(']');
    }

    private void object(int depth) {
        text.append('{');
        space();
        int count = random.nextInt(5);
        for (int index = 0; index < count; index++) {
            text.append(index > 0 ? "," : "");
            space();
            string("");
            space();
            text.append(':');
            value(depth + 1);
        }
        text.append('}');
    }

    private void space() {
        if (random.nextInt(4) == 0) {
            text.append(List.of(" ", "\n", "\t", "\r\n", "  ").get(random.nextInt(5)));
        }
    }

    static byte[] damaged(byte[] text, Random random) {
        byte[] damaged = text;
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    private static byte[] once(byte[] text, Random random) {
        int at = random.nextInt(text.length + 1);
        int behind = Math.min(text.length, at + random.nextInt(3));
        byte[] inserted = new byte[random.nextInt(2)];
        for (int index = 0; index < inserted.length; index++) {
            inserted[index] = random.nextInt(8) == 0 ? (byte) random.nextInt() : DAMAGE[random.nextInt(DAMAGE.length)];
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(text, 0, at);
        joined.writeBytes(inserted);
        joined.write(text, behind, random.nextInt(10) == 0 ? 0 : text.length - behind);
        return joined.toByteArray();
    }
}
