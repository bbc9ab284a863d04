package dev.headrace.rest.incremental;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a resource with a parent: a cursor for each of the parent's records, under
 * {@code headrace_cursors.<cursor_path>.<parent>}. What dlt reads, its own last value, is the earliest of them: a run of
 * dlt that goes on from there loses nothing.
 *
 * <p>Where only dlt's value is known, all parents begin with it. A parent that is not known while others are begins at the
 * initial value.
 */
final class ParentCursors implements Memory {

    private static final String SECTION = "headrace_cursors";

    private final Cursor cursor;
    private final @Nullable Object initial;
    private final CursorState shared;
    private final boolean fromDlt;
    /** Those that the runs before have left; may become {@link #stored}. */
    private final Map<?, ?> storedBefore;

    private final Map<String, @Nullable Object> stored;
    private final Map<String, Position> begun = new HashMap<>();
    private final Set<String> held = new HashSet<>();

    /** @param resource what the resource remembers */
    ParentCursors(Cursor cursor, @Nullable Object initial, ResourceState resource) {
        String path = cursor.path().toString();
        this.cursor = cursor;
        this.initial = initial;
        boolean known = CursorState.isKnown(resource.beginning(), cursor.path());
        this.shared = new CursorState(resource, cursor.path(), initial);
        this.stored = CursorState.section(CursorState.section(resource.live(), SECTION), path);
        this.storedBefore = CursorState.found(CursorState.found(resource.beginning(), SECTION), path);
        this.fromDlt = known && storedBefore.isEmpty();
    }

    @Override
    public Position begun(String parent) {
        return begun.computeIfAbsent(parent, this::read);
    }

    private Position read(String parent) {
        if (storedBefore.get(parent) instanceof Map<?, ?> found) {
            return Position.read(found);
        }
        return fromDlt ? shared.begun() : Position.at(initial);
    }

    /** Its place is written even if it is where all begin: what dlt reads must not get past it. */
    @Override
    public void hold(String parent) {
        held.add(parent);
        if (!(stored.get(parent) instanceof Map<?, ?>)) {
            write(parent, begun(parent));
        }
    }

    @Override
    public boolean isHeld(String parent) {
        return held.contains(parent);
    }

    @Override
    public Set<String> held() {
        return held;
    }

    @Override
    public void moved(String parent, Position position, boolean passed) {
        Position known = stored.get(parent) instanceof Map<?, ?> found ? Position.read(found) : begun(parent);
        write(parent, known.laterOf(position, cursor));
        if (passed) {
            shared.passed();
        }
    }

    private void write(String parent, Position position) {
        if (position.value() == null) {
            return;
        }
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put(Position.LAST_VALUE, position.value());
        if (!position.hashes().isEmpty()) {
            entry.put(Position.HASHES, List.copyOf(position.hashes()));
        }
        stored.put(parent, entry);
    }

    @Override
    public void settle() {
        Object earliest = null;
        Set<String> hashes = new LinkedHashSet<>();
        for (Object entry : stored.values()) {
            Position place = entry instanceof Map<?, ?> found ? Position.read(found) : Position.at(null);
            Object value = place.value();
            int distance = value == null ? 1 : earliest == null ? -1 : distance(value, earliest);
            if (distance < 0) {
                earliest = value;
                hashes.clear();
            }
            if (distance <= 0) {
                hashes.addAll(place.hashes());
            }
        }
        if (earliest != null) {
            shared.write(new Position(earliest, hashes));
        }
    }

    private int distance(Object first, Object second) {
        return cursor.compare(cursor.value(first), cursor.value(second));
    }
}
