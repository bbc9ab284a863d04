package dev.headrace.engine;

import dev.headrace.Redactor;
import dev.headrace.engine.normalise.BatchWriters;
import dev.headrace.engine.quarantine.ErrorOrigin;
import dev.headrace.engine.quarantine.ErrorWriter;
import dev.headrace.load.LoadId;
import dev.headrace.quarantine.OnBadRow;
import dev.headrace.source.Resource;
import dev.headrace.source.Source;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Where a run puts records that can't be written.
 *
 * @param holdsAllCharacters whether the destination takes every text
 */
record BadRows(String pipeline, String source, Redactor redactor, Clock clock, boolean holdsAllCharacters) {

    static BadRows of(RunSettings settings, Source source) {
        return new BadRows(
                settings.pipeline(),
                source.name(),
                settings.surroundings().redactor(),
                settings.surroundings().clock(),
                settings.destination().holdsAllCharacters());
    }

    /** The quarantine of a resource that has one; null: a record that can't be written ends the run. */
    @Nullable
    ErrorWriter quarantine(Resource resource, LoadId id, BatchWriters writers) {
        if (resource.hints().onBadRow() != OnBadRow.QUARANTINE) {
            return null;
        }
        return new ErrorWriter(new ErrorOrigin(pipeline, source, resource.name(), id, redactor), writers, clock);
    }
}
