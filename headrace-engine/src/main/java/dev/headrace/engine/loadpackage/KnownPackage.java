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
     * @param deletes what becomes of rows that it does not bring; empty when they stay
     * @param columns of all parts, each once, in order
     */
    public record Table(
            String name,
            String disposition,
            Optional<Deletes> deletes,
            int parts,
            long rows,
            long bytes,
            List<String> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /**
     * An order to take away what the source no longer has.
     *
     * @param rule {@code soft} or {@code hard}
     * @param limit such as {@code 20%}
     */
    public record Deletes(String rule, String limit) {}

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** Bytes of all its files. */
    public long bytes() {
        return tables.stream().mapToLong(Table::bytes).sum();
    }
}
