package dev.headrace.postgres;

import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.RefusalContract;
import java.nio.file.Path;

final class PostgresRefusalTest extends RefusalContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }

    @Override
    protected void execute(String sql) {
        ((PostgresProbe) probe()).execute(sql);
    }
}
