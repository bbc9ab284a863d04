package dev.headrace.duckdb;

import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.HostileNamesContract;
import java.nio.file.Path;

final class DuckDbHostileNamesTest extends HostileNamesContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new DuckDbProbe(folder);
    }
}
