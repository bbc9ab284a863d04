package dev.headrace.json;

import java.util.Arrays;

/**
 * Finds the keys of objects in a table, of which most have the same keys in the same order as the one that was first. Used by one
 * thread.
 */
public final class KeyOrder {
    /** {@link #next}: the object has ended. */
    public static final int END = -2;
    /** {@link #next}: the key has escapes, and may be any. */
    public static final int ESCAPED = -3;

    /** Objects with more keys than that are rare, and then it is their values that cost. */
    private static final int MOST = 1000;

    private final JsonKeyTable table;
    private JsonKey[] keys = new JsonKey[32];
    /** What the table says of each. */
    private int[] numbers = new int[keys.length];

    private int known;
    private int next;

    /** @param table may get further keys as long as this {@linkplain #forget forgets} what it has looked up there */
    public KeyOrder(JsonKeyTable table) {
        this.table = table;
    }

    /** Other objects follow than before, or the table has changed. */
    public void forget() {
        known = 0;
    }

    /** An object begins. */
    public void restart() {
        next = 0;
    }

    /** Reads the next key, and tells its number in the table, {@link JsonKeyTable#NONE}, or one of the constants here. */
    public int next(JsonScanner scanner) {
        int before = next;
        while (next < known && next < before + 2) { // one that is missing does not disturb the others
            if (scanner.nextKeyIs(keys[next])) {
                return numbers[next++];
            }
            next++;
        }
        next = before;
        return scanner.nextKey() ? looked(scanner) : END;
    }

    private int looked(JsonScanner scanner) {
        if (scanner.keyHasEscapes()) {
            return ESCAPED;
        }
        int number = table.find(scanner.source(), scanner.keyStart(), scanner.keyEnd());
        if (next == known && known < MOST) {
            learn(JsonKey.ofSource(scanner.source(), scanner.keyStart(), scanner.keyEnd()), number);
        }
        next++;
        return number;
    }

    private void learn(JsonKey key, int number) {
        if (known == keys.length) {
            keys = Arrays.copyOf(keys, 2 * known);
            numbers = Arrays.copyOf(numbers, 2 * known);
        }
        keys[known] = key;
        numbers[known++] = number;
    }
}
