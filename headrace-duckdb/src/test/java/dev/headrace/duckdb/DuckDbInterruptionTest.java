package dev.headrace.duckdb;

import dev.headrace.sql.ReplaceStrategy;
import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.EndlessLoads;
import dev.headrace.testkit.destination.InterruptedKind;
import dev.headrace.testkit.destination.InterruptionContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

final class DuckDbInterruptionTest extends InterruptionContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new DuckDbProbe(folder);
    }

    @Override
    protected List<String> program(DestinationProbe probe, Path folder) {
        return List.of(Loading.class.getName());
    }

    /** The process that is killed. */
    static final class Loading {

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            InterruptedKind kind = InterruptedKind.valueOf(arguments[1]);
            DuckDbProbe probe = new DuckDbProbe(folder);
            ReplaceStrategy strategy = ReplaceStrategy.valueOf(
                    kind.replaceStrategy().toUpperCase(Locale.ROOT).replace('-', '_'));
            EndlessLoads.run(
                    probe,
                    DuckDb.file(probe.file()).replaceStrategy(strategy),
                    folder,
                    kind,
                    Integer.parseInt(arguments[2]),
                    System.out);
        }
    }
}
