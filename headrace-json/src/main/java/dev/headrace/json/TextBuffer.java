package dev.headrace.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** JSON text that is put together of pieces, in UTF-8. */
final class TextBuffer {
    private byte[] bytes;
    private int length;

    /** @param expected how long the text is likely to become */
    TextBuffer(int expected) {
        bytes = new byte[expected];
    }

    /** All that was added, and perhaps more behind it; shared. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /**
     * Begins anew, with the memory that there is if it will do.
     *
     * @param expected how long the text is likely to become
     */
    void restart(int expected) {
        length = 0;
        if (bytes.length < expected) {
            bytes = new byte[expected];
        }
    }

    void add(char ascii) {
        require(1);
        bytes[length++] = (byte) ascii;
    }

    /** Adds a value as it was written. */
    void add(JsonValue value) {
        add(value.bytes(), value.start(), value.end());
    }

    /** Adds a part of another text. */
    void add(byte[] source, int from, int to) {
        require(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    /** Adds a key in quotes, and a colon; tells whether escapes were needed, or may have been. */
    boolean addKey(String key) {
        boolean plain = isPlain(key);
        if (plain) {
            require(key.length() + 3);
            bytes[length++] = '"';
            for (int index = 0; index < key.length(); index++) {
                bytes[length++] = (byte) key.charAt(index);
            }
            bytes[length++] = '"';
        } else {
            byte[] written = JsonText.write(key).getBytes(UTF_8);
            add(written, 0, written.length);
        }
        add(':');
        return !plain;
    }

    /** Whether each character is a byte that stands for itself. */
    private static boolean isPlain(String key) {
        for (int index = 0; index < key.length(); index++) {
            char next = key.charAt(index);
            if (next < ' ' || next >= 0x7f || next == '"' || next == '\\') {
                return false;
            }
        }
        return true;
    }

    private void require(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), 2 * bytes.length));
        }
    }
}
