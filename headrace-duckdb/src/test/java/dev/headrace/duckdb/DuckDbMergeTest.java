package dev.headrace.duckdb;

import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.MergeContract;
import java.nio.file.Path;

final class DuckDbMergeTest extends MergeContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new DuckDbProbe(folder);
    }
}
