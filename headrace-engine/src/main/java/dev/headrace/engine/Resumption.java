package dev.headrace.engine;

import dev.headrace.engine.checkpoint.Snapshot;
import dev.headrace.engine.loadpackage.Checkpoint;
import java.util.Map;

/** Where an earlier run stopped, and that this one may go on there. */
record Resumption(Checkpoint checkpoint, Snapshot snapshot) {

    /** Rows that are in the package already. */
    Map<String, Long> rowsByTable() {
        return checkpoint.rows();
    }

    RunCounts counts() {
        return RunCountsDocument.read(snapshot.counts());
    }
}
