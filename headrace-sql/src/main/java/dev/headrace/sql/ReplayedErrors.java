package dev.headrace.sql;

import dev.headrace.DestinationException;
import dev.headrace.load.LoadId;
import dev.headrace.load.TableLoad;
import dev.headrace.quarantine.ErrorsTable;
import dev.headrace.schema.SystemColumns;
import java.sql.SQLException;
import java.util.List;

/**
 * Keeps records in quarantine from being loaded twice: a package that says of an error what has become of it was made when
 * nobody had replayed it yet, perhaps long ago and in another folder.
 */
final class ReplayedErrors {

    private final ChainLoad load;
    private final Statements statements;

    ReplayedErrors(ChainLoad load) {
        this.load = load;
        this.statements = load.statements();
    }

    /** @throws DestinationException when another load has brought one of the records since */
    void refuse(LoadId id) {
        TableLoad errors = load.chain().root();
        if (errors.table().name().equals(ErrorsTable.NAME)) {
            load.on(errors.table(), "look for replayed records in", () -> refuse(id, errors));
        }
    }

    private void refuse(LoadId id, TableLoad errors) throws SQLException {
        if (!load.hadRows(errors.table())) {
            return;
        }
        long replayed = load.connection()
                .number("SELECT count(*) FROM " + statements.table(ErrorsTable.NAME) + " d WHERE "
                        + statements.column("d", ErrorsTable.REPLAYED_AT) + " IS NOT NULL AND EXISTS (SELECT 1 FROM "
                        + load.staged(errors).relation() + " s WHERE "
                        + statements.equal("d", "s", List.of(SystemColumns.ID)) + ")");
        if (replayed > 0) {
            throw new DestinationException(
                    DestinationException.Reason.PACKAGE,
                    "Cannot load package " + id + ": it tries records of table '" + ErrorsTable.NAME
                            + "' again, and another load has brought " + replayed
                            + " of them since. Drop it; what is still in quarantine can be replayed anew.",
                    null);
        }
    }
}
