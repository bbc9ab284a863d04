package dev.headrace.postgres;

import dev.headrace.DestinationException;
import dev.headrace.sql.SideLoad;
import dev.headrace.sql.SqlConnection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies about half of the new rows over a second connection, as one process of the server takes rows no faster than one core
 * allows. They go into tables of a {@link StagingSchema}, which the transaction of the load moves into the dataset.
 */
final class PostgresSideLoad implements SideLoad {

    /** What a second connection and its schema cost is little compared with the copying of so much. */
    static final long WORTHWHILE_BYTES = 8L << 20;

    /** Two files are read at a time, by groups of rows: with less memory one after the other. */
    private static final long ENOUGH_MEMORY = 128L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSideLoad.class);

    private final PostgresDialect dialect;
    private final StagingSchema staging;
    private final Supplier<SqlConnection> connecting;
    private final long worthwhileBytes;
    private final Set<String> chosen = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();
    private @Nullable SideCopy copy;

    /** @param worthwhileBytes so much at least has to come over each of the two connections */
    PostgresSideLoad(
            PostgresDialect dialect, StagingSchema staging, Supplier<SqlConnection> connecting, long worthwhileBytes) {
        this.dialect = dialect;
        this.staging = staging;
        this.connecting = connecting;
        this.worthwhileBytes = worthwhileBytes;
    }

    @Override
    public void begin(SqlConnection connection, List<NewTable> tables) throws SQLException {
        staging.dropLeftovers(connection);
        List<NewTable> share = lastHalf(tables);
        long bytes = bytes(share);
        if (share.isEmpty()
                || Math.min(bytes, bytes(tables) - bytes) < worthwhileBytes
                || Runtime.getRuntime().maxMemory() < ENOUGH_MEMORY
                || !staging.isUnnoticed(connection)) {
            return;
        }
        // Before anything else: the transaction waits already while the connection is made.
        SideCopy.allowIdling(connection);
        try {
            copy = SideCopy.start(connecting.get(), dialect, staging, share);
        } catch (SQLException | DestinationException e) {
            // The transaction can do without, and tells what is wrong if that is in its way, too.
            LOG.debug("No second connection", e);
            return;
        }
        share.forEach(table -> chosen.add(table.load().table().name()));
        waiting.addAll(chosen);
    }

    /** The last tables, as near to half of the bytes as can be: the transaction wants them when it has filled the others. */
    private static List<NewTable> lastHalf(List<NewTable> tables) {
        long whole = bytes(tables);
        long taken = 0;
        int from = tables.size();
        while (from > 1) {
            long next = taken + bytes(tables.get(from - 1));
            if (Math.abs(2 * next - whole) > Math.abs(2 * taken - whole)) {
                break;
            }
            taken = next;
            from--;
        }
        return tables.subList(from, tables.size());
    }

    private static long bytes(List<NewTable> tables) {
        return tables.stream().mapToLong(PostgresSideLoad::bytes).sum();
    }

    private static long bytes(NewTable table) {
        return table.load().bytes();
    }

    @Override
    public boolean has(String table) {
        return chosen.contains(table);
    }

    @Override
    public Filled bringIn(SqlConnection connection, String table) throws SQLException {
        SideCopy copied = copy;
        if (copied == null || !waiting.remove(table)) {
            throw new IllegalStateException(table + " is not filled beside the transaction");
        }
        Filled filled = copied.commit(table);
        staging.move(connection, table);
        if (waiting.isEmpty()) {
            staging.drop(connection);
        }
        return filled;
    }

    @Override
    public void close() {
        if (copy != null) {
            copy.close();
        }
    }
}
