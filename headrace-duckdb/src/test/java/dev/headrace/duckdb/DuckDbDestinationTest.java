package dev.headrace.duckdb;

import dev.headrace.testkit.destination.DestinationContract;
import dev.headrace.testkit.destination.DestinationProbe;
import java.nio.file.Path;

final class DuckDbDestinationTest extends DestinationContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new DuckDbProbe(folder);
    }

    @Override
    protected void dropTable(String table) {
        ((DuckDbProbe) probe()).execute("DROP TABLE " + DATASET + "." + table);
    }
}
