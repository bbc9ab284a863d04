package dev.headrace.duckdb;

import dev.headrace.testkit.destination.DeletesContract;
import dev.headrace.testkit.destination.DestinationProbe;
import java.nio.file.Path;

final class DuckDbDeletesTest extends DeletesContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new DuckDbProbe(folder);
    }
}
