package dev.headrace.duckdb;

import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.RefusalContract;
import java.nio.file.Path;

final class DuckDbRefusalTest extends RefusalContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new DuckDbProbe(folder);
    }

    @Override
    protected void execute(String sql) {
        ((DuckDbProbe) probe()).execute(sql);
    }
}
