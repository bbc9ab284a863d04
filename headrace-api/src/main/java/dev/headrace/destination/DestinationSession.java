package dev.headrace.destination;

import dev.headrace.event.RunListener;
import dev.headrace.load.LoadId;
import dev.headrace.load.LoadPackage;
import dev.headrace.quarantine.QuarantineQuery;
import dev.headrace.quarantine.QuarantinedRow;
import dev.headrace.schema.Schema;
import java.util.List;

/** A connection to one dataset. Used by one thread; closed by whoever opened it. */
public interface DestinationSession extends AutoCloseable {

    /** What the dataset knows of a pipeline and a schema; empty parts when it has never seen them. */
    StoredPipeline find(String pipeline, String schema);

    /**
     * What tables and columns of a schema are not there, or have another type: changed by hand, or never made.
     *
     * @return one line each, such as {@code events.id is missing}; empty where all is as it should be, and, as is the default,
     *     where the destination cannot tell
     */
    default List<String> deviations(Schema schema) {
        return List.of();
    }

    /**
     * What could not be written, as {@link dev.headrace.quarantine.ErrorsTable} has it; the latest first. Empty where there is
     * no such table and, as is the default, where the destination cannot tell.
     */
    default List<QuarantinedRow> quarantined(QuarantineQuery query) {
        return List.of();
    }

    /** Whether that load was committed. */
    boolean hasLoaded(LoadId id);

    /**
     * Commits a package in one transaction: new tables and columns, the rows as each table's disposition has it, the
     * schema, the state and the row in {@code _dlt_loads}. Afterwards either all of it is visible or nothing is. A package
     * whose id is there already is not loaded again. One that brings a state is refused unless that is the version that follows the
     * newest state of the pipeline in the dataset: otherwise others have loaded since it was extracted, or what it goes on from is
     * no longer there.
     *
     * @param listener hears {@code TableLoaded} for each table
     * @return one result for each table of the package, in its order
     * @throws dev.headrace.DestinationException when it was refused; nothing has changed then. Of reason {@code PACKAGE} when this
     *     package can never be loaded as it is
     */
    List<TableResult> load(LoadPackage loadPackage, RunListener listener);

    @Override
    void close();
}
