package dev.headrace.rest.incremental;

import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The cursors of one resource during one run. Where reading begins is settled once: what a run finds out changes only what
 * the next one begins with. Used by one thread.
 */
public final class ResourceCursors {

    private final String resource;
    private final IncrementalDefinition definition;
    private final Instant now;
    private final Warnings warnings;
    private final Memory memory;

    /**
     * @param parented whether there is a sequence of requests for each record of a parent
     * @param state gives what the resource remembers, to be changed; not asked for when nothing is remembered
     * @param now where windows without an end end
     * @param warnings hears what the user should know
     */
    public ResourceCursors(
            String resource,
            IncrementalDefinition definition,
            boolean parented,
            Supplier<Map<String, @Nullable Object>> state,
            Instant now,
            Consumer<String> warnings) {
        this.resource = resource;
        this.definition = definition;
        this.now = now;
        this.warnings = new Warnings(warnings);
        this.memory = memory(definition, parented, state);
    }

    private static Memory memory(
            IncrementalDefinition definition, boolean parented, Supplier<Map<String, @Nullable Object>> state) {
        Object initial = definition.bounds().initial();
        if (definition.isStateless()) {
            return new NoMemory(initial);
        }
        Cursor cursor = definition.cursor();
        return parented
                ? new ParentCursors(cursor, initial, state.get())
                : new OneCursor(cursor, new CursorState(state.get(), cursor.path(), initial));
    }

    /**
     * The cursors for the sequences of requests that a record of the parent starts: one, or one for each window. The next
     * one is to be taken when the one before has been {@linkplain SequenceCursor#finish() finished}.
     *
     * @param parentValues what the requests use of the parent's record, by expression; empty without a parent
     */
    public Iterator<SequenceCursor> open(Map<String, @Nullable Object> parentValues) {
        String parent = ParentKey.of(parentValues);
        Passes passes = new Passes(resource, definition, now, memory.begun(parent));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return passes.hasNext();
            }

            @Override
            public SequenceCursor next() {
                return new SequenceCursor(resource, definition, memory, parent, passes.next(), warnings);
            }
        };
    }

    /** Brings what is remembered up to date, before it is stored. */
    public void settle() {
        memory.settle();
    }
}
