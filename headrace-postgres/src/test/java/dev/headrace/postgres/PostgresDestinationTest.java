package dev.headrace.postgres;

import dev.headrace.testkit.destination.DestinationContract;
import dev.headrace.testkit.destination.DestinationProbe;
import java.nio.file.Path;

final class PostgresDestinationTest extends DestinationContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }

    @Override
    protected void dropTable(String table) {
        ((PostgresProbe) probe()).execute("DROP TABLE " + DATASET + "." + table);
    }
}
