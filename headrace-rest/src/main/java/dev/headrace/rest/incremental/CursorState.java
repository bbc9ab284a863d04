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
    CursorState(ResourceState resource, CursorPath path, @Nullable Object initial) {
        Position before = Position.read(found(found(resource.beginning(), SECTION), path.toString()));
        this.begun = before.value() == null ? Position.at(initial) : before;
        this.stored = section(section(resource.live(), SECTION), path.toString());
        if (stored.isEmpty()) {
            stored.put(INITIAL_VALUE, initial);
            Position.at(initial).write(stored);
            stored.put(START_VALUE, initial);
        }
    }

    /** Whether a run before has left one. */
    static boolean isKnown(Map<String, @Nullable Object> resource, CursorPath path) {
        return !found(found(resource, SECTION), path.toString()).isEmpty();
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

    /** The inner object of that name; an empty one when there is none. */
    static Map<?, ?> found(Map<?, ?> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> found ? found : Map.of();
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
