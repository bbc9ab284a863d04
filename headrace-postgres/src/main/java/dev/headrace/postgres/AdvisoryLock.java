package dev.headrace.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.sql.SqlConnection;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A lock of the server that belongs to no table (manual section 13.3.5): it ends with its transaction or its session, whatever
 * becomes of the client.
 *
 * @param key all that the server knows of it
 */
record AdvisoryLock(long key) {

    /** Loads take seconds; a session that holds the lock longer may have lost its client. */
    private static final String PATIENCE = "2min";

    private static final String HOLDER =
            "SELECT a.pid, a.client_addr::text, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI TZ')"
                    + " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
                    + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
                    + " AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())"
                    + " AND (l.classid::bigint << 32 | l.objid::bigint) = ?";

    /** That of one transaction which loads. */
    static AdvisoryLock ofLoad(String dataset, String pipeline) {
        return of("headrace load", dataset, pipeline);
    }

    /** That of a whole run. */
    static AdvisoryLock ofRun(String dataset, String pipeline) {
        return of("headrace run", dataset, pipeline);
    }

    private static AdvisoryLock of(String purpose, String dataset, String pipeline) {
        try {
            byte[] name = (purpose + '\0' + dataset + '\0' + pipeline).getBytes(UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name);
            return new AdvisoryLock(ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Waits for it; the transaction's end lets go of it. */
    void takeForTransaction(SqlConnection connection) throws SQLException {
        connection.execute("SET LOCAL lock_timeout = '" + PATIENCE + "'");
        connection.query("SELECT pg_advisory_xact_lock(?)", List.of(key), row -> true);
        connection.execute("SET LOCAL lock_timeout TO DEFAULT");
    }

    /** Lets go of what {@link #tryForSession} took. */
    void release(SqlConnection connection) throws SQLException {
        connection.query("SELECT pg_advisory_unlock(?)", List.of(key), row -> true);
    }

    /** Whether it was free; the session's end lets go of it. */
    boolean tryForSession(SqlConnection connection) throws SQLException {
        return connection
                .query("SELECT pg_try_advisory_lock(?)", List.of(key), row -> row.getBoolean(1))
                .get(0);
    }

    /** Who has it, for people; empty when nobody has it any more. */
    Optional<String> holder(SqlConnection connection) throws SQLException {
        return connection
                .query(HOLDER, List.of(key), row -> {
                    String address = row.getString(2);
                    return "server process " + row.getInt(1)
                            + (address == null ? "" : ", connected from " + address.replaceAll("/\\d+$", ""))
                            + (row.getString(3) == null ? "" : " since " + row.getString(3));
                })
                .stream()
                .findFirst();
    }
}
