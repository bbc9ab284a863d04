package dev.headrace.engine;

import dev.headrace.source.SourceReader;
import java.util.Map;
import java.util.Optional;

/**
 * What an extraction reads from.
 *
 * @param intake follows its records
 * @param events what the reader tells
 * @param resumption where the reader goes on, if it does so in this extraction
 */
record Reading(SourceReader reader, Intake intake, ReadingEvents events, Optional<Resumption> resumption) {

    /** Rows that earlier runs have written of this package, by table. */
    Map<String, Long> rowsBefore() {
        return resumption.map(Resumption::rowsByTable).orElse(Map.of());
    }

    /** What earlier runs have counted for this extraction. */
    RunCounts countedBefore() {
        return resumption.map(Resumption::counts).orElse(RunCounts.none());
    }
}
