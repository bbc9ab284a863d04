package dev.headrace.postgres;

import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.TypeContract;
import java.nio.file.Path;

final class PostgresTypeTest extends TypeContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }
}
