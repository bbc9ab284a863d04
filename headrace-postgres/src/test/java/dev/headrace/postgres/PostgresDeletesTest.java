package dev.headrace.postgres;

import dev.headrace.testkit.destination.DeletesContract;
import dev.headrace.testkit.destination.DestinationProbe;
import java.nio.file.Path;

final class PostgresDeletesTest extends DeletesContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }
}
