package dev.headrace.rest.incremental;

import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.position.Note;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides row by row which ones are new, and finds out how far the cursor comes. Serves one sequence of requests. */
final class RowFilter {

    /** How many rows may share the latest value before the user is told that the state grows. */
    private static final int MANY_HASHES = 200;

    private final String resource;
    private final IncrementalDefinition definition;
    private final Cursor cursor;
    private final Range range;
    private final @Nullable CursorValue start;
    private final @Nullable CursorValue end;
    private final Set<String> loadedBefore;
    private final OrderWatch watch;
    private final Warnings warnings;
    private @Nullable CursorValue latest;
    private Set<String> hashes;
    /** Rows of this page that have the latest value, as they are loaded. */
    private final List<Supplier<JsonValue>> boundary = new ArrayList<>();

    private boolean over;

    /** @param begun what is remembered of the run before */
    RowFilter(String resource, IncrementalDefinition definition, Range range, Position begun, Warnings warnings) {
        this.resource = resource;
        this.definition = definition;
        this.cursor = definition.cursor();
        this.range = range;
        this.start = value(range.start());
        this.end = value(range.filterEnd());
        this.loadedBefore = begun.hashes();
        this.watch = new OrderWatch(resource, definition);
        this.warnings = warnings;
        this.latest = start;
        this.hashes = new LinkedHashSet<>(begun.hashes());
    }

    private @Nullable CursorValue value(@Nullable Object raw) {
        try {
            return raw == null ? null : cursor.value(raw);
        } catch (IllegalArgumentException e) {
            throw RowFailures.unusableBound(resource, cursor, e);
        }
    }

    /**
     * Whether the row is to be loaded.
     *
     * @param loaded the row as it is loaded
     * @throws dev.headrace.SourceException when it has no cursor value and must have one, or one that can't be compared
     */
    boolean admits(JsonValue record, Supplier<JsonValue> loaded) {
        JsonValue found = cursor.path().find(record);
        if (found == null || found instanceof JsonNull) {
            return admitsWithoutCursor(found, loaded);
        }
        try {
            CursorValue value = cursor.value(Objects.requireNonNull(found.toJava()));
            watch.see(value, warnings);
            return admits(value, loaded);
        } catch (IllegalArgumentException e) {
            throw RowFailures.incomparable(resource, cursor, e);
        }
    }

    private boolean admitsWithoutCursor(@Nullable JsonValue found, Supplier<JsonValue> loaded) {
        return switch (definition.missing()) {
            case INCLUDE -> true;
            case EXCLUDE -> false;
            case RAISE -> throw RowFailures.missing(resource, cursor, found != null, loaded.get());
        };
    }

    private boolean admits(CursorValue value, Supplier<JsonValue> loaded) {
        if (isBehindEnd(value)) {
            over |= definition.order() == RowOrder.ASC;
            return false;
        }
        int ahead = latest == null ? 1 : cursor.compare(value, latest);
        if (ahead <= 0 && !isAtOrBehindStart(value, loaded)) {
            return false;
        }
        if (ahead > 0) {
            latest = value;
            hashes = new LinkedHashSet<>();
            boundary.clear();
        }
        if (ahead >= 0 && definition.comparesRows()) {
            boundary.add(loaded);
        }
        return true;
    }

    private boolean isBehindEnd(CursorValue value) {
        if (end == null) {
            return false;
        }
        int distance = cursor.compare(value, end);
        return distance > 0 || distance == 0 && !range.endClosed();
    }

    private boolean isAtOrBehindStart(CursorValue value, Supplier<JsonValue> loaded) {
        if (start == null) {
            return true;
        }
        int distance = cursor.compare(value, start);
        if (distance < 0 || distance == 0 && range.startOpen()) {
            over |= definition.order() == RowOrder.DESC;
            return false;
        }
        return distance > 0 || !wasLoadedBefore(loaded);
    }

    private boolean wasLoadedBefore(Supplier<JsonValue> loaded) {
        return !loadedBefore.isEmpty() && definition.comparesRows() && loadedBefore.contains(hash(loaded));
    }

    private String hash(Supplier<JsonValue> loaded) {
        return definition.key().hash(loaded.get(), resource);
    }

    /** Takes note of the rows at the boundary; their bytes are not needed any longer then. */
    void endPage() {
        boundary.forEach(loaded -> hashes.add(hash(loaded)));
        boundary.clear();
        if (hashes.size() > MANY_HASHES) {
            warnings.tell(
                    Warnings.Kind.MANY_ROWS,
                    () -> "More than " + MANY_HASHES + " rows of resource '" + resource
                            + "' have the latest value of the cursor '" + cursor.path()
                            + "'. All of them are remembered, so that"
                            + " none is loaded twice: the state grows. A cursor that changes more often would be better; with a"
                            + " merge by primary key, incremental.primary_key: [] remembers none.");
        }
    }

    /** How far it has come behind the page that was read last. */
    Note note() {
        return new Note()
                .put("latest", latest == null ? null : latest.raw())
                .put("hashes", definition.comparesRows() ? List.copyOf(hashes) : null)
                .put("previous", watch.previous())
                .put("over", over);
    }

    /** Goes on where another one had come to. */
    void goOn(Note note) {
        latest = value(note.value("latest"));
        hashes = new LinkedHashSet<>(note.texts("hashes"));
        Optional.ofNullable(value(note.value("previous"))).ifPresent(value -> watch.see(value, warnings));
        over = note.flag("over");
    }

    /** Whether the promised order of rows says that no further page has any of interest. */
    boolean isOver() {
        return over;
    }

    /** The latest value of all rows that passed, or the start; with the rows that have it. */
    Position position() {
        return new Position(latest == null ? null : latest.raw(), definition.comparesRows() ? hashes : Set.of());
    }
}
