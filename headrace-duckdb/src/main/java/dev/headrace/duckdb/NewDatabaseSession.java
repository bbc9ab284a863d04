package dev.headrace.duckdb;

import dev.headrace.destination.DestinationSession;
import dev.headrace.destination.StoredPipeline;
import dev.headrace.destination.TableResult;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadId;
import dev.headrace.load.LoadPackage;
import dev.headrace.schema.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A database that is not there yet. It knows nothing, and is made only when there is something to load: a run that fails
 * before leaves no empty file behind. Row groups are cut for the first package, and remain so for others of the same session; sessions
 * that open the file later have the usual ones.
 */
final class NewDatabaseSession implements DestinationSession {

    private final Function<LoadPackage, DestinationSession> opening;
    private @Nullable DestinationSession opened;

    /** @param opening makes the database for a package that is the first, and connects to it */
    NewDatabaseSession(Function<LoadPackage, DestinationSession> opening) {
        this.opening = opening;
    }

    @Override
    public StoredPipeline find(String pipeline, String schema) {
        return opened == null ? StoredPipeline.unknown() : opened.find(pipeline, schema);
    }

    @Override
    public List<String> deviations(Schema schema) {
        return opened == null ? List.of() : opened.deviations(schema);
    }

    @Override
    public boolean hasLoaded(LoadId id) {
        return opened != null && opened.hasLoaded(id);
    }

    @Override
    public List<TableResult> load(LoadPackage loadPackage, RunListener listener) {
        if (opened == null) {
            opened = opening.apply(loadPackage);
        }
        return opened.load(loadPackage, listener);
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
