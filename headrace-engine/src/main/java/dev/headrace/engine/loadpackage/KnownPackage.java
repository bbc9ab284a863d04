package dev.headrace.engine.loadpackage;

import dev.headrace.load.LoadId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a package's own files tell of it, without a look at its rows. What cannot be read is left out.
 *
 * @param folder where it lies
 * @param at when it was begun
 * @param target where it belongs; empty when it does not say
 * @param source the source whose schema it brings; empty when it does not say
 * @param tables what it brings, in its order
 * @param stateVersion the version of the state that comes with it; empty when the state stays as it is
 * @param takesAway the tables that it drops or empties before
 * @param failure of a failed package
 * @param problem why not everything can be read, as the end of a sentence
 */
public record KnownPackage(
        LoadId id,
        PackageStage stage,
        Path folder,
        Instant at,
        Optional<PackageTarget> target,
        Optional<String> source,
        List<Table> tables,
        Optional<Long> stateVersion,
        List<String> takesAway,
        Optional<FailedPackage> failure,
        Optional<String> problem) {

    public KnownPackage {
        tables = List.copyOf(tables);
        takesAway = List.copyOf(takesAway);
    }

    /**
     * What it brings for one table.
     *
     * @param disposition such as {@code merge (delete-insert)}; empty when that is not settled yet
     * @param columns of all parts, each once, in order
     */
    public record Table(String name, String disposition, int parts, long rows, long bytes, List<String> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** Bytes of all its files. */
    public long bytes() {
        return tables.stream().mapToLong(Table::bytes).sum();
    }
}
