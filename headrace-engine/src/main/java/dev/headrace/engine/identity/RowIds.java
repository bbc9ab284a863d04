package dev.headrace.engine.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.json.hash.Shake128;

/**
 * Makes row identifiers: 80 bits as 14 characters of Base64, the layout of {@code _dlt_id} in dlt. They are written as
 * ASCII bytes into the caller's array, because most of them never become a {@code String}.
 *
 * <p>The derived ids (SHAKE128 of a text) are the same in every run and on every machine. An object belongs to one thread;
 * the static methods may be called from any.
 */
public final class RowIds {

    /** The bytes of an id. */
    public static final int LENGTH = 14;

    private static final int DIGEST_BYTES = 10;

    /** Characters of a random id that neighbours share: 48 bits. */
    private static final int HEAD_LENGTH = 8;

    private long head;
    private long number = SystemRandom.next();
    private int counter;
    private int lastOfHead;
    private final Shake128 shake = new Shake128();
    private final byte[] digest = new byte[DIGEST_BYTES];
    private final byte[] digits = new byte[20];

    public RowIds() {
        drawHead();
    }

    /**
     * The first eight characters of the next random id, the lowest byte first. An id that nobody else has is 48 random bits
     * that up to 2^32 ids of this object share, then a counter that starts at a random number. Ids that begin alike are
     * stored in a third less space than ids that are random throughout, and loaded faster.
     */
    public long head() {
        return head;
    }

    /** The last six characters of the next random id, the lowest byte first; the id after it is the next then. */
    public long takeTail() {
        int count = counter++;
        // The 80 bits end in the middle of the last character.
        long tail = Base64Text.character((count & 0b11) << 4);
        for (int shift = 2; shift < Integer.SIZE; shift += 6) {
            tail = tail << Byte.SIZE | Base64Text.character(count >>> shift);
        }
        if (count == lastOfHead) {
            drawHead();
        }
        return tail;
    }

    /** A number that this object, and in all likelihood any other, has not given before. */
    public long takeNumber() {
        return number++;
    }

    private void drawHead() {
        long bits = SystemRandom.next();
        head = 0;
        for (int i = 0; i < HEAD_LENGTH; i++) {
            head = head << Byte.SIZE | Base64Text.character(bits >>> (6 * i));
        }
        counter = (int) SystemRandom.next();
        lastOfHead = counter - 1;
    }

    /**
     * Writes the id of a nested row, derived from its place, at {@code offset}.
     *
     * @param parentId UTF-8 bytes of the parent row's id, from {@code parentStart} (inclusive) to {@code parentEnd}
     *     (exclusive)
     * @param table UTF-8 bytes of the nested table's name
     * @param index the row's place in its list, from 0
     */
    public void writeChild(
            byte[] parentId, int parentStart, int parentEnd, byte[] table, long index, byte[] target, int offset) {
        shake.update(parentId, parentStart, parentEnd - parentStart);
        shake.update((byte) '_');
        shake.update(table, 0, table.length);
        shake.update((byte) '_');
        updateWithDigits(index);
        shake.finish(digest, 0, DIGEST_BYTES);
        Base64Text.encode(digest, DIGEST_BYTES, target, offset);
    }

    private void updateWithDigits(long index) {
        int at = digits.length;
        long rest = index;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        shake.update(digits, at, digits.length - at);
    }

    /** A random id. */
    public String random() {
        byte[] id = new byte[LENGTH];
        write(head(), takeTail(), id);
        return new String(id, ISO_8859_1);
    }

    /** Writes the id of that {@linkplain #head() head} and {@linkplain #takeTail() tail} at the start of the array. */
    public static void write(long head, long tail, byte[] target) {
        for (int i = 0; i < HEAD_LENGTH; i++) {
            target[i] = (byte) (head >>> Byte.SIZE * i);
        }
        for (int i = HEAD_LENGTH; i < LENGTH; i++) {
            target[i] = (byte) (tail >>> Byte.SIZE * (i - HEAD_LENGTH));
        }
    }

    /** The id of a nested row, derived from its place: row {@code index}, from 0, of a list of that parent row. */
    public static String childId(String parentId, String table, long index) {
        return new String(hash((parentId + '_' + table + '_' + index).getBytes(UTF_8)), ISO_8859_1);
    }

    /**
     * The id of a root row that is known by its key, in ASCII.
     *
     * @param json compact JSON in UTF-8, not ASCII-escaped, of an object from key column to raw value, sorted by column
     */
    public static byte[] keyHash(byte[] json) {
        return hash(json);
    }

    /**
     * The id of a version of a root row, in ASCII.
     *
     * @param json compact JSON in UTF-8, not ASCII-escaped, of the whole record without keys that start with {@code _dlt}, keys
     *     sorted at every level
     */
    public static byte[] rowHash(byte[] json) {
        return hash(json);
    }

    private static byte[] hash(byte[] text) {
        byte[] digest = Shake128.digest(text, DIGEST_BYTES);
        byte[] encoded = new byte[LENGTH];
        Base64Text.encode(digest, DIGEST_BYTES, encoded, 0);
        return encoded;
    }
}
