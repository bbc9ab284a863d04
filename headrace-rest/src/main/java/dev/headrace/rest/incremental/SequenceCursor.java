package dev.headrace.rest.incremental;

import dev.headrace.json.JsonValue;
import dev.headrace.rest.position.Note;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The cursor of one sequence of requests: gives the request its values, filters its rows, remembers how far it came. */
public final class SequenceCursor {

    private final CursorValues values;
    private final Memory memory;
    private final String parent;
    private final Pass pass;
    private final RowFilter filter;
    private boolean passed;

    SequenceCursor(
            String resource,
            IncrementalDefinition definition,
            Memory memory,
            String parent,
            Pass pass,
            Warnings warnings) {
        this.values = new CursorValues(resource, definition, pass.range());
        this.memory = memory;
        this.parent = parent;
        this.pass = pass;
        this.filter = new RowFilter(resource, definition, pass.range(), pass.begun(), warnings);
    }

    /**
     * The value of a placeholder such as {@code incremental.start_value}, as plain Java.
     *
     * @throws dev.headrace.SourceException when it can't be converted as the configuration asks
     */
    public @Nullable Object value(String expression) {
        return values.value(expression);
    }

    /**
     * Whether a row is to be loaded; rows are asked about once, in the order of the page.
     *
     * @throws dev.headrace.SourceException when the row has no cursor value, or one that does not fit
     */
    public boolean admits(JsonValue record) {
        return admits(record, () -> record);
    }

    /**
     * As {@link #admits(JsonValue)}, for rows that differ in other fields when they are loaded.
     *
     * @param loaded the row as it is loaded. Asked for rows that have to be told apart from those of another run, at the latest by
     *     {@link #endPage}
     */
    public boolean admits(JsonValue record, Supplier<JsonValue> loaded) {
        boolean admitted = filter.admits(record, loaded);
        passed |= admitted;
        return admitted;
    }

    /** The rows of a page have all been asked about. */
    public void endPage() {
        filter.endPage();
    }

    /** Whether no further page is needed, by the order of rows that the configuration promises. */
    public boolean isOver() {
        return filter.isOver();
    }

    /** Whether no window follows this one. */
    public boolean isLast() {
        return pass.last();
    }

    /** All pages have been read: how far the cursor has come counts now. Behind a window that is past nothing new can come. */
    public void finish() {
        memory.moved(parent, filter.position(), passed);
        if (!pass.last()) {
            memory.moved(parent, Position.at(pass.range().end()), false);
        }
    }

    /**
     * What has to be known to go on with it.
     *
     * @param begun whether any of its pages has been read
     */
    public Note note(boolean begun) {
        Note note = new Note().put("pass", pass.note());
        return begun ? note.put("come", filter.note().put("passed", passed)) : note;
    }

    void goOn(Note note) {
        passed = note.flag("passed");
        filter.goOn(note);
    }

    /** Its pages can't all be read: in this run the cursor of the parent's record stays where it is. */
    public void hold() {
        memory.hold(parent);
    }

    /** Whether nothing more is to be read for the parent's record in this run. */
    public boolean isHeld() {
        return memory.isHeld(parent);
    }
}
