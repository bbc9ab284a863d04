package dev.headrace.rest.incremental;

import dev.headrace.rest.position.Note;
import java.time.Instant;
import java.util.List;
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
     * @param state gives what the resource remembers; not asked for when nothing is remembered
     * @param now where windows without an end end
     * @param warnings hears what the user should know
     */
    public ResourceCursors(
            String resource,
            IncrementalDefinition definition,
            boolean parented,
            Supplier<ResourceState> state,
            Instant now,
            Consumer<String> warnings) {
        this.resource = resource;
        this.definition = definition;
        this.now = now;
        this.warnings = new Warnings(warnings);
        this.memory = memory(definition, parented, state);
    }

    private static Memory memory(IncrementalDefinition definition, boolean parented, Supplier<ResourceState> state) {
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
     * The cursors for the sequences of requests that a record of the parent starts.
     *
     * @param parentValues what the requests use of the parent's record, by expression; empty without a parent
     */
    public SequenceCursors open(Map<String, @Nullable Object> parentValues) {
        String parent = ParentKey.of(parentValues);
        return cursors(parent, new Passes(resource, definition, now, memory.begun(parent)));
    }

    /** Those that were {@linkplain SequenceCursors#note left}. */
    public SequenceCursors open(Map<String, @Nullable Object> parentValues, Note left) {
        String parent = ParentKey.of(parentValues);
        return cursors(parent, Passes.read(left, resource, definition, now, memory.begun(parent)));
    }

    private SequenceCursors cursors(String parent, Passes passes) {
        return new SequenceCursors(passes, pass -> cursor(parent, pass));
    }

    /** A cursor as it {@linkplain SequenceCursor#note was}. */
    public SequenceCursor cursor(Map<String, @Nullable Object> parentValues, Note note) {
        String parent = ParentKey.of(parentValues);
        SequenceCursor cursor = cursor(parent, Pass.read(note.note("pass"), memory.begun(parent)));
        if (note.has("come")) {
            cursor.goOn(note.note("come"));
        }
        return cursor;
    }

    private SequenceCursor cursor(String parent, Pass pass) {
        return new SequenceCursor(resource, definition, memory, parent, pass, warnings);
    }

    /** The records of the parent whose cursors are {@linkplain SequenceCursor#hold() held}, to be held again. */
    public List<String> held() {
        return memory.held().stream().sorted().toList();
    }

    /** Holds the cursors of these records of the parent. */
    public void hold(List<String> parents) {
        parents.forEach(memory::hold);
    }

    /** Brings what is remembered up to date, before it is stored. */
    public void settle() {
        memory.settle();
    }
}
