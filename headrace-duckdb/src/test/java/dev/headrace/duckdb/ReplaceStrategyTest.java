package dev.headrace.duckdb;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.destination.DestinationSession;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.sql.ReplaceStrategy;
import dev.headrace.testkit.destination.PackageScript;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplaceStrategyTest {

    private static final TableSchema T = root("t", WriteDisposition.replace(), bigint("id"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void leavesOnlyTheNewRows(ReplaceStrategy strategy) {
        DuckDbProbe probe = new DuckDbProbe(folder);
        DuckDb database = DuckDb.file(Path.of(probe.destination().location())).replaceStrategy(strategy);
        load(database, rows(probe, "1.1", 1L));
        load(database, rows(probe, "1.2", 2L));

        assertThat(probe.rows("ds", "t")).extracting(row -> row.get("id")).containsExactly(2L);

        load(database, new PackageScript(probe, folder, "1.3").rows(T).write());
        assertThat(probe.rows("ds", "t")).isEmpty();
    }

    private LoadPackage rows(DuckDbProbe probe, String loadId, long id) {
        return new PackageScript(probe, folder, loadId)
                .rows(T, Map.of("id", id, "_dlt_id", "r" + id))
                .write();
    }

    private static void load(DuckDb database, LoadPackage loadPackage) {
        try (DestinationSession session = database.open("ds")) {
            session.load(loadPackage, RunListener.none());
        }
    }
}
