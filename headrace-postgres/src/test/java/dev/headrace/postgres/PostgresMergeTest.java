package dev.headrace.postgres;

import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.MergeContract;
import java.nio.file.Path;

final class PostgresMergeTest extends MergeContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }
}
