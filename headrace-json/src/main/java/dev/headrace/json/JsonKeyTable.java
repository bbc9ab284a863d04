package dev.headrace.json;

import java.util.Arrays;

/**
 * Keys as they stand in JSON texts, between their quotes, numbered from 0 in the order in which they were added. Looking one up
 * is a few steps of eight bytes each. Two spellings of one name (an escape or none) are two keys. Not for several threads.
 */
public final class JsonKeyTable {
    /** The number of a key that is not there. */
    public static final int NONE = -1;

    /** An odd number without a pattern in its bits (2^64 divided by the golden ratio): it spreads each bit over all above. */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    /** Differs from run to run, so that nobody can send keys that are known to share a hash. */
    private static final long SEED = System.nanoTime() * MULTIPLIER;

    /** Most slots are free, so that a key is mostly found in the first one that is looked at. */
    private static final int SLOTS_PER_KEY = 4;

    /** By number. */
    private WordPattern[] keys = new WordPattern[8];

    private int size;

    /** By the highest bits of the hash, or the next free place behind: the number plus one; 0 is free. */
    private int[] slots = new int[SLOTS_PER_KEY * keys.length];

    /** How many keys there are. */
    public int size() {
        return size;
    }

    /** The number of the key from {@code start} to before {@code end}; {@link #NONE} if it was not added. */
    public int find(byte[] source, int start, int end) {
        int slot = slot(hash(source, start, end));
        while (true) {
            int number = slots[slot] - 1;
            if (number == NONE) {
                return NONE;
            }
            WordPattern key = keys[number];
            if (key.length() == end - start && key.standsAt(source, start, source.length)) {
                return number;
            }
            slot = slot + 1 & slots.length - 1;
        }
    }

    /** Adds the key from {@code start} to before {@code end}, which must not be there yet, and answers its number. */
    public int add(byte[] source, int start, int end) {
        if (size == keys.length) {
            grow();
        }
        byte[] key = Arrays.copyOfRange(source, start, end);
        keys[size] = new WordPattern(key);
        insert(hash(key, 0, key.length), ++size);
        return size - 1;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        slots = new int[SLOTS_PER_KEY * keys.length];
        for (int number = 0; number < size; number++) {
            insert(keys[number].hash(), number + 1);
        }
    }

    private void insert(int hash, int entry) {
        int slot = slot(hash);
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = entry;
    }

    /** The highest bits of a product depend on all bits of its factors. */
    private int slot(int hash) {
        return hash >>> Integer.numberOfLeadingZeros(slots.length - 1);
    }

    /** Of all bytes: keys that differ in one place only are usual. */
    static int hash(byte[] source, int start, int end) {
        long hash = SEED + end - start;
        int at = start;
        while (at <= end - Long.BYTES) {
            hash = mixed(hash, Words.at(source, at));
            at += Long.BYTES;
        }
        if (at < end) {
            hash = mixed(hash, Words.upTo(source, at, end));
        }
        return (int) (hash >>> Integer.SIZE);
    }

    private static long mixed(long hash, long word) {
        return (Long.rotateRight(hash, Integer.SIZE) ^ word) * MULTIPLIER;
    }
}
