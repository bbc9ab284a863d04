package dev.headrace.postgres;

import dev.headrace.DestinationException;
import dev.headrace.destination.Claim;
import dev.headrace.sql.SqlConnection;
import java.sql.SQLException;

/** Holds the lock of a run on a connection of its own, for as long as that lives. */
record RunClaim(SqlConnection connection, AdvisoryLock lock) implements Claim {

    /** A server that does not answer within that time lets go of the lock when it sees that the connection is gone. */
    private static final int MOST_MILLIS = 10_000;

    /** @param connection used for nothing else; closed when the lock cannot be had */
    static RunClaim take(SqlConnection connection, String dataset, String pipeline) throws SQLException {
        AdvisoryLock lock = AdvisoryLock.ofRun(dataset, pipeline);
        boolean taken = false;
        try {
            taken = lock.tryForSession(connection);
            if (!taken) {
                throw inUse(dataset, pipeline, lock.holder(connection).orElse("it has just ended"));
            }
            return new RunClaim(connection, lock);
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

    /** Waits until the lock is free: a session ends some time after its connection, and the next run may begin at once. */
    @Override
    public void close() {
        try (SqlConnection closed = connection) {
            closed.jdbc().setNetworkTimeout(Runnable::run, MOST_MILLIS);
            lock.release(closed);
        } catch (SQLException e) {
            // A session that is gone holds no lock any more.
        }
    }
}
