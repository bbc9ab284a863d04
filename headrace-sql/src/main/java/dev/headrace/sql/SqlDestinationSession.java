package dev.headrace.sql;

import dev.headrace.DestinationException;
import dev.headrace.destination.DestinationSession;
import dev.headrace.destination.StoredPipeline;
import dev.headrace.destination.TableResult;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadId;
import dev.headrace.load.LoadPackage;
import dev.headrace.quarantine.QuarantineQuery;
import dev.headrace.quarantine.QuarantinedRow;
import dev.headrace.schema.Schema;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A session with one dataset of an SQL database. */
public final class SqlDestinationSession implements DestinationSession {

    private final SqlConnection connection;
    private final Dialect dialect;
    private final String dataset;
    private final Statements statements;
    private final SystemTables systemTables;
    private final ReplaceStrategy replaceStrategy;

    /**
     * @param connection closed together with the session; commits each statement by itself
     * @param clock tells when a schema and a load arrived
     */
    public SqlDestinationSession(
            SqlConnection connection, Dialect dialect, String dataset, Clock clock, ReplaceStrategy replaceStrategy) {
        this.replaceStrategy = replaceStrategy;
        this.connection = connection;
        this.dialect = dialect;
        this.dataset = dataset;
        this.statements = new Statements(dialect, dataset);
        this.systemTables = new SystemTables(connection, statements, clock);
    }

    @Override
    public StoredPipeline find(String pipeline, String schema) {
        return attempt(
                "read the state of pipeline '" + pipeline + "'", () -> systemTables.find(catalog(), pipeline, schema));
    }

    @Override
    public List<String> deviations(Schema schema) {
        return attempt("look at the tables", () -> {
            Deviations deviations = new Deviations(dialect);
            connection.query(dialect.columnsQuery(), List.of(dataset), row -> {
                deviations.add(row.getString(1), row.getString(2), row.getString(3));
                return true;
            });
            return deviations.of(schema);
        });
    }

    @Override
    public List<QuarantinedRow> quarantined(QuarantineQuery query) {
        return attempt(
                "read what is in quarantine", () -> new QuarantinedRows(connection, statements).find(catalog(), query));
    }

    @Override
    public boolean hasLoaded(LoadId id) {
        return attempt("look for load " + id, () -> systemTables.hasLoaded(catalog(), id));
    }

    @Override
    public List<TableResult> load(LoadPackage loadPackage, RunListener listener) {
        String doing = "load package " + loadPackage.id();
        PackageLoader loader;
        try (SideLoad side = dialect.sideLoad(dataset, loadPackage.pipeline())) {
            loader = attempt(doing, () -> connection.inTransaction(() -> inTransaction(loadPackage, side, listener)));
        }
        tidyUp(listener);
        return attempt("count rows", () -> loader.results(loadPackage));
    }

    /** The package is committed whatever happens here. */
    private void tidyUp(RunListener listener) {
        try {
            dialect.afterCommit(connection);
        } catch (SQLException e) {
            listener.on(new RunEvent.Warned(
                    null, dialect.failure("tidy up after the load", e).message()));
        }
    }

    /** What is there is looked at when no other load can change it any more. */
    private PackageLoader inTransaction(LoadPackage loadPackage, SideLoad side, RunListener listener)
            throws SQLException {
        dialect.begin(connection, dataset, loadPackage);
        Catalog catalog = catalog();
        PackageLoader loader = new PackageLoader(connection, statements, catalog, systemTables, replaceStrategy, side);
        if (!systemTables.hasLoaded(catalog, loadPackage.id())) {
            refuseWhatDoesNotFollow(loadPackage, systemTables.newestState(catalog, loadPackage.pipeline()));
            loader.load(loadPackage, listener);
        }
        return loader;
    }

    private void refuseWhatDoesNotFollow(LoadPackage loadPackage, long newest) {
        loadPackage.state().filter(state -> state.version() != newest + 1).ifPresent(state -> {
            throw new DestinationException(
                    DestinationException.Reason.PACKAGE,
                    "Cannot load package " + loadPackage.id() + " into dataset '" + dataset
                            + "': it does not follow what pipeline '" + loadPackage.pipeline() + "' has loaded there. "
                            + whatHappened(state.version() - 1, newest)
                            + " To load its rows all the same: headrace packages retry " + loadPackage.id()
                            + " --rows-only; to give them up: headrace packages drop " + loadPackage.id() + ".",
                    null);
        });
    }

    private static String whatHappened(long wanted, long newest) {
        return newest < wanted
                ? "The dataset was dropped or restored from a copy; the next run reads the rows of this package again where the"
                        + " source still has them."
                : "Another run has loaded since, from another folder or machine; its rows and those of this package may be the"
                        + " same.";
    }

    private Catalog catalog() throws SQLException {
        Catalog catalog = new Catalog(dialect.identifierOrder());
        Optional<String> present = dialect.datasetQuery();
        if (present.isPresent() && !connection.any(present.get(), List.of(dataset))) {
            return catalog;
        }
        connection.query(dialect.columnsQuery(), List.of(dataset), row -> {
            catalog.add(row.getString(1), row.getString(2));
            return true;
        });
        return catalog;
    }

    private <T> T attempt(String doing, SqlConnection.Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw dialect.failure(doing + " for dataset '" + dataset + "'", e);
        }
    }

    @Override
    public void close() {
        attempt("close the connection", () -> {
            connection.close();
            return true;
        });
    }
}
