package dev.headrace.duckdb;

import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.TypeContract;
import java.nio.file.Path;

final class DuckDbTypeTest extends TypeContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new DuckDbProbe(folder);
    }
}
