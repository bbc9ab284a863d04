package dev.headrace.engine;

import dev.headrace.engine.checkpoint.Snapshot;
import dev.headrace.engine.loadpackage.Checkpoint;

/** Where an earlier run stopped, and that this one may go on there. */
record Resumption(Checkpoint checkpoint, Snapshot snapshot) {

    RunCounts counts() {
        return RunCounts.of(snapshot.counts());
    }
}
