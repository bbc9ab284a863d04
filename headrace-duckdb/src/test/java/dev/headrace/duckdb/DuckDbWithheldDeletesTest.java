package dev.headrace.duckdb;

import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.WithheldDeletesContract;
import java.nio.file.Path;

final class DuckDbWithheldDeletesTest extends WithheldDeletesContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new DuckDbProbe(folder);
    }
}
