package dev.headrace.duckdb;

import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.UpsertContract;
import java.nio.file.Path;

final class DuckDbUpsertTest extends UpsertContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new DuckDbProbe(folder);
    }
}
