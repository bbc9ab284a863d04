package dev.headrace.postgres;

import dev.headrace.DestinationException;
import dev.headrace.destination.Claim;
import dev.headrace.sql.SqlConnection;
import java.sql.SQLException;

/** Holds the lock of a run on a connection of its own, for as long as that lives. */
record RunClaim(SqlConnection connection) implements Claim {

    /** @param connection used for nothing else; closed when the lock cannot be had */
    static RunClaim take(SqlConnection connection, String dataset, String pipeline) throws SQLException {
        AdvisoryLock lock = AdvisoryLock.ofRun(dataset, pipeline);
        boolean taken = false;
        try {
            taken = lock.tryForSession(connection);
            if (!taken) {
                throw inUse(dataset, pipeline, lock.holder(connection).orElse("it has just ended"));
            }
            return new RunClaim(connection);
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    private static DestinationException inUse(String dataset, String pipeline, String holder) {
        return new DestinationException(
                DestinationException.Reason.IN_USE,
                "Cannot run pipeline '" + pipeline + "' into dataset '" + dataset
                        + "': another run of it is under way (" + holder
                        + "). Wait until that run has ended, let this one wait"
                        + " with --wait, or give it another name with --pipeline.",
                null);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // A session that is gone holds no lock any more.
        }
    }
}
