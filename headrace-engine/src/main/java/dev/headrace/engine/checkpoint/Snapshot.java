package dev.headrace.engine.checkpoint;

import dev.headrace.DataException;
import dev.headrace.engine.document.PlainValues;
import dev.headrace.engine.document.TableDocument;
import dev.headrace.schema.TableSchema;
import dev.headrace.source.ReadingPosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an extraction stands, beside the rows that it has written.
 *
 * @param ties what it is tied to
 * @param runBegan when the run began that came here
 * @param position behind all rows that were written
 * @param stateAtBeginning what the source remembered when reading began
 * @param state what it remembers now
 * @param tables as the data has let them grow, in the order in which they came into being
 * @param counts what the report will say; plain JSON values
 */
public record Snapshot(
        Ties ties,
        Instant runBegan,
        ReadingPosition position,
        Map<String, @Nullable Object> stateAtBeginning,
        Map<String, @Nullable Object> state,
        Map<String, TableSchema> tables,
        Map<String, @Nullable Object> counts) {

    public Snapshot {
        stateAtBeginning = Collections.unmodifiableMap(new LinkedHashMap<>(stateAtBeginning));
        state = Collections.unmodifiableMap(new LinkedHashMap<>(state));
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** The snapshot as plain JSON values. */
    public Map<String, @Nullable Object> toDocument() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("run_began", runBegan.toString());
        document.put("position", position.document());
        document.put("position_in_words", position.description());
        document.put("ties", ties.values());
        document.put("state_at_beginning", stateAtBeginning);
        document.put("state", state);
        document.put("counts", counts);
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        tables.forEach((name, table) -> byName.put(name, TableDocument.write(table)));
        document.put("tables", byName);
        return document;
    }

    /** What {@link #toDocument} made; empty when it is something else. */
    public static Optional<Snapshot> of(Map<String, @Nullable Object> document) {
        try {
            return PlainValues.text(document.get("run_began"))
                    .map(Instant::parse)
                    .flatMap(began -> position(document).map(position -> of(document, began, position)));
        } catch (DateTimeException | DataException e) {
            return Optional.empty();
        }
    }

    private static Snapshot of(Map<String, @Nullable Object> document, Instant began, ReadingPosition position) {
        Map<String, TableSchema> tables = new LinkedHashMap<>();
        PlainValues.object(document, "tables")
                .forEach((name, table) -> PlainValues.object(table)
                        .ifPresent(properties -> tables.put(name, TableDocument.read(name, properties))));
        return new Snapshot(
                Ties.of(PlainValues.object(document, "ties")),
                began,
                position,
                PlainValues.object(document, "state_at_beginning"),
                PlainValues.object(document, "state"),
                tables,
                PlainValues.object(document, "counts"));
    }

    private static Optional<ReadingPosition> position(Map<String, @Nullable Object> document) {
        return PlainValues.text(document.get("position"))
                .flatMap(position -> PlainValues.text(document.get("position_in_words"))
                        .map(words -> new ReadingPosition(position, words)));
    }
}
