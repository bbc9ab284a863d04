package dev.headrace.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** JSON text that is put together of pieces, in UTF-8. Used by one thread. */
public final class TextBuffer {
    private static final char FIRST_OF_TWO_BYTES = 0x80;
    private static final char FIRST_OF_THREE_BYTES = 0x800;
    /** Bytes; characters of four are two in Java. */
    private static final int LONGEST_CHARACTER = 3;
    /** Bytes; an array may have a few less than its length can say. */
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private byte[] bytes;
    private int length;

    /** @param expected how long the text is likely to become */
    public TextBuffer(int expected) {
        bytes = new byte[expected];
    }

    /** All that was added, from index 0, and perhaps more behind it; shared. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes were added. */
    public int length() {
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

    /** Adds a character of one byte as it is. */
    public void add(char ascii) {
        require(1);
        bytes[length++] = (byte) ascii;
    }

    /** Adds a value as it was written. */
    void add(JsonValue value) {
        add(value.bytes(), value.start(), value.end());
    }

    /** Adds a part of another text. */
    public void add(byte[] source, int from, int to) {
        require(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    /** Adds a string in quotes. */
    public void addString(char[] source, int from, int to) {
        require(LONGEST_CHARACTER * (to - from) + 2);
        int begun = length;
        bytes[length++] = '"';
        for (int index = from; index < to; index++) {
            char next = source[index];
            if (isPlain(next)) {
                bytes[length++] = (byte) next;
            } else if (next >= FIRST_OF_TWO_BYTES && !Character.isSurrogate(next)) {
                addEncoded(next);
            } else {
                length = begun;
                addWritten(new String(source, from, to - from));
                return;
            }
        }
        bytes[length++] = '"';
    }

    /** Adds a character of two or three bytes, for which there is room. */
    private void addEncoded(char next) {
        if (next < FIRST_OF_THREE_BYTES) {
            bytes[length++] = (byte) (0xc0 | next >> 6);
        } else {
            bytes[length++] = (byte) (0xe0 | next >> 12);
            bytes[length++] = (byte) (0x80 | next >> 6 & 0x3f);
        }
        bytes[length++] = (byte) (0x80 | next & 0x3f);
    }

    private void addWritten(String string) {
        byte[] written = JsonText.write(string).getBytes(UTF_8);
        add(written, 0, written.length);
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
            addWritten(key);
        }
        add(':');
        return !plain;
    }

    /** Whether each character is a byte that stands for itself. */
    private static boolean isPlain(String key) {
        for (int index = 0; index < key.length(); index++) {
            if (!isPlain(key.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char next) {
        return next >= ' ' && next < 0x7f && next != '"' && next != '\\';
    }

    private void require(int more) {
        if (more > bytes.length - length) {
            int twice = (int) Math.min(2L * bytes.length, LONGEST);
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), twice));
        }
    }
}
