package dev.headrace.duckdb;

import dev.headrace.engine.Pipeline;
import dev.headrace.source.Source;
import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.WildRecordsContract;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

final class DuckDbWildRecordsTest extends WildRecordsContract {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path pipelines;

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new DuckDbProbe(folder);
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
        return 65_536;
    }

    @Override
    protected Map<String, String> types() {
        return Map.of(
                "VARCHAR", "text",
                "BIGINT", "bigint",
                "DOUBLE", "double",
                "BOOLEAN", "bool",
                "TIMESTAMP WITH TIME ZONE", "timestamp",
                "DECIMAL(38,0)", "wei");
    }

    @Override
    protected BigDecimal storedWei(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_UP);
    }
}
