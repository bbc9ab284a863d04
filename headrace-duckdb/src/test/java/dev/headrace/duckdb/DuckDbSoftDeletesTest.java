package dev.headrace.duckdb;

import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.SoftDeletesContract;
import java.nio.file.Path;

final class DuckDbSoftDeletesTest extends SoftDeletesContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new DuckDbProbe(folder);
    }
}
