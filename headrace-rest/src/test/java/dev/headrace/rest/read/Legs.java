package dev.headrace.rest.read;

import dev.headrace.source.ReadingPosition;
import dev.headrace.source.Source;
import dev.headrace.source.SourceReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading by several readers, each of which goes on where the one before has stopped. */
final class Legs {

    final Reading reading;
    /** Where each reader stopped. */
    final List<ReadingPosition> positions = new ArrayList<>();

    private final Map<String, Map<String, @Nullable Object>> begun;
    private boolean finished;

    Legs() {
        this(new HashMap<>());
    }

    /** @param states at the beginning */
    Legs(Map<String, Map<String, @Nullable Object>> states) {
        this.begun = Reading.copy(states);
        this.reading = new Reading(Reading.copy(states));
        this.reading.goOnWith(states, states);
    }

    /** Reads at most so many pages; false when there were less. */
    boolean read(Source source, int pages) {
        reading.goOnWith(reading.states(), begun);
        try (SourceReader reader = reader(source)) {
            for (int i = 0; i < pages && !finished; i++) {
                finished = !reader.readPage(reading::sink);
            }
            reading.stopped = true; // what has come in advance is part of the position then
            positions.add(reader.position().orElseThrow());
            reading.stopped = false;
        }
        return !finished;
    }

    /** Reads what is left. */
    Reading readOn(Source source) {
        read(source, Integer.MAX_VALUE);
        return reading;
    }

    private SourceReader reader(Source source) {
        Optional<ReadingPosition> last =
                positions.isEmpty() ? Optional.empty() : Optional.of(positions.get(positions.size() - 1));
        return last.map(position -> source.open(reading, position)).orElseGet(() -> source.open(reading));
    }
}
