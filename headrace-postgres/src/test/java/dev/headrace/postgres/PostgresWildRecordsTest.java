package dev.headrace.postgres;

import dev.headrace.engine.Pipeline;
import dev.headrace.source.Source;
import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.WildRecordsContract;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

final class PostgresWildRecordsTest extends WildRecordsContract {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path pipelines;

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }

    @Override
    protected void load(Source source) {
        Pipeline.named("wild")
                .destination(probe().destination())
                .dataset(DATASET)
                .pipelinesDirectory(pipelines)
                .run(source);
    }

    @Override
    protected int nameLimit() {
        return 63;
    }

    @Override
    protected Map<String, String> types() {
        return Map.of(
                "character varying", "text",
                "bigint", "bigint",
                "double precision", "double",
                "boolean", "bool",
                "timestamp with time zone", "timestamp",
                "numeric", "wei");
    }

    @Override
    protected BigDecimal storedWei(BigDecimal value) {
        return value;
    }
}
