package dev.headrace.postgres;

import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.WithheldDeletesContract;
import java.nio.file.Path;

final class PostgresWithheldDeletesTest extends WithheldDeletesContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }
}
