package dev.headrace.postgres;

import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.QuarantineContract;
import java.nio.file.Path;

final class PostgresQuarantineTest extends QuarantineContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }
}
