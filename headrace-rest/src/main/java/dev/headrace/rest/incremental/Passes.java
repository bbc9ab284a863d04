package dev.headrace.rest.incremental;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.rest.position.Note;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The windows of a range, one after another; without a window in the configuration the whole range at once. */
final class Passes implements Iterator<Pass> {

    private final String resource;
    private final IncrementalDefinition definition;
    private final Instant now;
    private final Position begun;
    private @Nullable Object start;
    private boolean first = true;
    private boolean done;

    /** @param begun where the run before has come to */
    Passes(String resource, IncrementalDefinition definition, Instant now, Position begun) {
        this.resource = resource;
        this.definition = definition;
        this.now = now;
        this.begun = begun;
        this.start = lagged(begun.value());
    }

    /** Those that another one had left. */
    static Passes read(Note note, String resource, IncrementalDefinition definition, Instant now, Position begun) {
        Passes passes = new Passes(resource, definition, now, begun);
        passes.start = note.value("start");
        passes.first = note.flag("first");
        return passes;
    }

    Note note() {
        return new Note().put("start", start).put("first", first);
    }

    private @Nullable Object lagged(@Nullable Object last) {
        try {
            return last == null || definition.isStateless()
                    ? last
                    : definition.lag().before(last, definition.bounds().initial(), definition.cursor());
        } catch (IllegalArgumentException e) {
            throw RowFailures.unusableBound(resource, definition.cursor(), e);
        }
    }

    @Override
    public boolean hasNext() {
        return !done;
    }

    @Override
    public Pass next() {
        if (done) {
            throw new NoSuchElementException();
        }
        Pass pass = definition.window() == null ? whole() : window(definition.window());
        first = false;
        done = pass.last();
        start = pass.range().end();
        return pass;
    }

    private Pass whole() {
        return pass(definition.bounds().end(), true, true);
    }

    private Pass window(Window window) {
        Object from = Objects.requireNonNullElseGet(start, this::failWithoutStart);
        CursorTime notation = definition.cursor().notation(from).orElseThrow(() -> noTime(from));
        Object configured = definition.bounds().end();
        Instant end = window.endOf(moment(from));
        Instant limit = configured == null ? now : moment(configured);
        if (!end.isBefore(limit)) {
            Object until = configured != null ? configured : notation.write(later(limit, moment(from)), from);
            return pass(until, configured != null, true);
        }
        Object until = notation.write(end, from);
        if (!definition.cursor().isLater(until, from)) {
            throw new SourceException(
                    FailureKind.DATA,
                    "Cannot cut the cursor '" + definition.cursor().path() + "' of resource '" + resource
                            + "' into windows: one step of " + window.step() + " leads from " + Cursor.shown(from)
                            + " to the same value. Make incremental.window.step longer.");
        }
        return pass(until, true, false);
    }

    private Pass pass(@Nullable Object end, boolean endFilters, boolean last) {
        Bounds bounds = definition.bounds();
        Range range = new Range(start, end, first && bounds.startOpen(), last && bounds.endClosed(), endFilters);
        return new Pass(range, first ? begun : Position.at(start), first, last);
    }

    private static Instant later(Instant first, Instant second) {
        return first.isBefore(second) ? second : first;
    }

    private Instant moment(Object value) {
        Optional<Instant> moment = definition.cursor().moment(value);
        return moment.orElseThrow(() -> noTime(value));
    }

    private Object failWithoutStart() {
        throw new SourceException(
                FailureKind.DATA,
                "Cannot cut the cursor '" + definition.cursor().path() + "' of resource '" + resource
                        + "' into windows: it has no value to begin with. Set incremental.initial_value.");
    }

    private SourceException noTime(Object value) {
        return new SourceException(
                FailureKind.DATA,
                "Cannot cut the cursor '" + definition.cursor().path() + "' of resource '" + resource
                        + "' into windows: it is not known which moment " + Cursor.shown(value)
                        + " stands for. Set incremental.cursor_format.");
    }
}
