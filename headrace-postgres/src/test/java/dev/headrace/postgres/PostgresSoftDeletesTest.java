package dev.headrace.postgres;

import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.SoftDeletesContract;
import java.nio.file.Path;

final class PostgresSoftDeletesTest extends SoftDeletesContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }
}
