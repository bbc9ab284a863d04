package dev.headrace.duckdb;

import dev.headrace.deletes.Deletes;
import dev.headrace.destination.Destination;
import dev.headrace.destination.DestinationSession;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.sql.ReplaceStrategy;
import dev.headrace.sql.SqlDestinationSession;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

/**
 * A DuckDB database file. Tables have the layout of dlt; each package arrives in one transaction.
 *
 * <pre>{@code
 * Destination destination = DuckDb.file(Path.of("events.duckdb")).memoryLimit("1GB");
 * }</pre>
 */
public final class DuckDb implements Destination {

    private static final String TYPE = "duckdb";
    private static final int LONGEST_IDENTIFIER = 65_536;

    private final DuckDbSettings settings;
    private final ReplaceStrategy replaceStrategy;

    private DuckDb(DuckDbSettings settings, ReplaceStrategy replaceStrategy) {
        this.settings = settings;
        this.replaceStrategy = replaceStrategy;
    }

    /** The database in {@code file}, which is made by the first load if it is not there; so is its folder, but not the one above. */
    public static DuckDb file(Path file) {
        return new DuckDb(DuckDbSettings.of(file), ReplaceStrategy.INSERT_FROM_STAGING);
    }

    /** Which DuckDB can open the file, if it has to be made. */
    public DuckDb storageVersion(StorageVersion version) {
        return new DuckDb(settings.withStorageVersion(version), replaceStrategy);
    }

    /** How the text of tables that the loads make is compressed; by default {@link Compression#FAST}. */
    public DuckDb compression(Compression compression) {
        return new DuckDb(settings.withCompression(compression), replaceStrategy);
    }

    /**
     * How much memory the database may use before it goes on in files beside the database.
     *
     * @param limit a number with a unit, such as {@code 300MB} (the default) or {@code 4GB}
     * @throws dev.headrace.ConfigException when it is written otherwise
     */
    public DuckDb memoryLimit(String limit) {
        return new DuckDb(settings.withMemoryLimit(limit), replaceStrategy);
    }

    /** How many threads the database may use; by default one for each processor. */
    public DuckDb threads(int count) {
        return new DuckDb(settings.withThreads(count), replaceStrategy);
    }

    /** How the rows of replaced tables go; by default {@code INSERT_FROM_STAGING}. */
    public DuckDb replaceStrategy(ReplaceStrategy strategy) {
        return new DuckDb(settings, strategy);
    }

    /**
     * Loads the driver and its native library and makes a database in memory, which the first {@link #open} with the usual memory
     * limit takes; until then it is kept. May be called on any thread, and need not be called at all; a failure is left for
     * the first open to tell.
     */
    public static void warmUp() {
        EmptyDatabase.prepare();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String location() {
        return settings.file().toString();
    }

    @Override
    public int maxIdentifierLength() {
        return LONGEST_IDENTIFIER;
    }

    @Override
    public Set<MergeStrategy> mergeStrategies() {
        return EnumSet.allOf(MergeStrategy.class);
    }

    @Override
    public Set<Deletes> deletes() {
        return EnumSet.of(Deletes.SOFT, Deletes.HARD);
    }

    @Override
    public DestinationSession open(String dataset) {
        return new DatabaseFolder(settings.file()).takesNewFile()
                ? new NewDatabaseSession(first -> connect(dataset, RowGroups.fullIn(first, settings.threads())))
                : connect(dataset, RowGroups.USUAL);
    }

    /** @param rowsInGroup of row groups that are full, if the file has to be made */
    private DestinationSession connect(String dataset, int rowsInGroup) {
        DatabaseFile database = DatabaseFile.open(settings, rowsInGroup);
        TextStorage storage = new TextStorage(settings.compression(), database.knowsZstd());
        DuckDbDialect dialect = new DuckDbDialect(settings, storage);
        return new SqlDestinationSession(database.connection(), dialect, dataset, Clock.systemUTC(), replaceStrategy);
    }

    @Override
    public String toString() {
        return TYPE + ":" + location();
    }
}
