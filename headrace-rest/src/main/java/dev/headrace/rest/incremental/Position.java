package dev.headrace.rest.incremental;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a cursor has come.
 *
 * @param value the latest value; null when there was none yet
 * @param hashes of the rows that have exactly this value
 */
record Position(@Nullable Object value, Set<String> hashes) {

    static final String LAST_VALUE = "last_value";
    static final String HASHES = "unique_hashes";

    Position {
        hashes = new LinkedHashSet<>(hashes);
    }

    static Position at(@Nullable Object value) {
        return new Position(value, Set.of());
    }

    /** Reads the two keys of a stored cursor. */
    static Position read(Map<?, ?> stored) {
        Set<String> hashes = new LinkedHashSet<>();
        if (stored.get(HASHES) instanceof List<?> list) {
            list.forEach(hash -> hashes.add(String.valueOf(hash)));
        }
        return new Position(stored.get(LAST_VALUE), hashes);
    }

    /** The later one of both; where they have the same value, that with the rows of both. */
    Position laterOf(Position other, Cursor cursor) {
        if (value == null || other.value == null) {
            return value == null ? other : this;
        }
        int distance = cursor.compare(cursor.value(value), cursor.value(other.value));
        if (distance != 0) {
            return distance > 0 ? this : other;
        }
        Set<String> both = new LinkedHashSet<>(hashes);
        both.addAll(other.hashes);
        return new Position(value, both);
    }

    /** Writes the two keys. */
    void write(Map<String, @Nullable Object> stored) {
        stored.put(LAST_VALUE, value);
        stored.put(HASHES, new ArrayList<>(hashes));
    }
}
