package dev.headrace.postgres;

import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.HostileNamesContract;
import java.nio.file.Path;

final class PostgresHostileNamesTest extends HostileNamesContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }
}
