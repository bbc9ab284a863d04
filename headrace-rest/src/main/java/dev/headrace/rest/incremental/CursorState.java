package dev.headrace.rest.incremental;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cursor of a resource in the shape in which dlt stores it, under {@code incremental.<cursor_path>}. */
final class CursorState {

    private static final String SECTION = "incremental";
    private static final String INITIAL_VALUE = "initial_value";
    private static final String START_VALUE = "start_value";

    private final Map<String, @Nullable Object> stored;
    private final Position begun;

    /**
     * Finds the cursor, or enters a new one.
     *
     * @param resource what the resource remembers
     */
    CursorState(Map<String, @Nullable Object> resource, CursorPath path, @Nullable Object initial) {
        this.stored = section(section(resource, SECTION), path.toString());
        if (stored.isEmpty()) {
            stored.put(INITIAL_VALUE, initial);
            Position.at(initial).write(stored);
            stored.put(START_VALUE, initial);
        }
        Position found = Position.read(stored);
        this.begun = found.value() == null ? Position.at(initial) : found;
    }

    /** Whether a run before has left one. */
    static boolean isKnown(Map<String, @Nullable Object> resource, CursorPath path) {
        return resource.get(SECTION) instanceof Map<?, ?> cursors
                && cursors.get(path.toString()) instanceof Map<?, ?> cursor
                && !cursor.isEmpty();
    }

    /** Where the run before has come to. */
    Position begun() {
        return begun;
    }

    /** Where the cursor is now. */
    Position current() {
        return Position.read(stored);
    }

    void write(Position position) {
        position.write(stored);
    }

    /** Rows have been loaded: remembers from which value on. */
    void passed() {
        stored.put(START_VALUE, begun.value());
    }

    /** The inner object of that name, made if there is none. */
    @SuppressWarnings("unchecked") // JSON objects have text keys
    static Map<String, @Nullable Object> section(Map<String, @Nullable Object> parent, String key) {
        if (parent.get(key) instanceof Map<?, ?> found) {
            return (Map<String, @Nullable Object>) found;
        }
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        parent.put(key, made);
        return made;
    }
}
