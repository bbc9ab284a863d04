package dev.headrace.engine;

import dev.headrace.source.SourceReader;
import java.util.Optional;

/**
 * What an extraction reads from.
 *
 * @param events what the reader tells
 * @param resumption where the reader goes on, if it does so in this extraction
 */
record Reading(SourceReader reader, ReadingEvents events, Optional<Resumption> resumption) {

    /** What earlier runs have counted for this extraction. */
    RunCounts countedBefore() {
        return resumption.map(Resumption::counts).orElse(RunCounts.none());
    }
}
