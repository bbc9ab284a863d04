package dev.headrace.engine.normalise;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Columns and tables that only a record had which was taken back. */
final class Forgotten {

    private final Set<Object> gone = Collections.newSetFromMap(new IdentityHashMap<>());

    void add(Column column) {
        gone.add(column);
    }

    void add(TableRows table) {
        gone.add(table);
    }

    boolean has(Column column) {
        return gone.contains(column);
    }

    boolean has(TableRows table) {
        return gone.contains(table);
    }

    boolean isEmpty() {
        return gone.isEmpty();
    }
}
