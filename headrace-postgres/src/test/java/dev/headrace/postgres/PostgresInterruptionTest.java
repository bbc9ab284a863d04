package dev.headrace.postgres;

import dev.headrace.sql.ReplaceStrategy;
import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.EndlessLoads;
import dev.headrace.testkit.destination.InterruptedKind;
import dev.headrace.testkit.destination.InterruptionContract;
import dev.headrace.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

final class PostgresInterruptionTest extends InterruptionContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }

    @Override
    protected List<String> program(DestinationProbe probe, Path folder) {
        return List.of(Loading.class.getName(), PostgresServer.url(PostgresServer.USER, PostgresServer.USER));
    }

    /** The server may still be busy with what the process sent last. */
    @Override
    protected void awaitEnd(DestinationProbe probe) {
        while (isConnected()) {
            Thread.onSpinWait();
        }
    }

    private static boolean isConnected() {
        try (Connection connection = PostgresServer.connect(PostgresServer.USER);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'headrace'")) {
            row.next();
            return row.getLong(1) > 0;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The process that is killed. */
    static final class Loading {

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[1]);
            InterruptedKind kind = InterruptedKind.valueOf(arguments[2]);
            ReplaceStrategy strategy = ReplaceStrategy.valueOf(
                    kind.replaceStrategy().toUpperCase(Locale.ROOT).replace('-', '_'));
            Postgres destination = Postgres.url(arguments[0]).replaceStrategy(strategy);
            EndlessLoads.run(
                    new PostgresProbe(destination),
                    destination,
                    folder,
                    kind,
                    Integer.parseInt(arguments[3]),
                    System.out);
        }
    }
}
