package dev.headrace.config.python;

import dev.headrace.config.tree.TreeLimits;
import java.util.ArrayDeque;
import java.util.Deque;

/** What the parsers of one value share while they follow names: the keys around, and how much was read. */
final class Reading {

    private final Deque<String> keys = new ArrayDeque<>();
    private int values;

    void enter(String key) {
        keys.addLast(key);
    }

    void leave() {
        keys.removeLast();
    }

    /** Whether the value being read stands below that key. */
    boolean isBelow(String key) {
        return keys.contains(key);
    }

    /** Counts one more value; names that refer to names can multiply. */
    void count(Program program, Token token) {
        if (++values > TreeLimits.VALUES) {
            throw Unreadable.mistake(program, token, "more than " + TreeLimits.VALUES + " values; this is too large");
        }
    }
}
