package dev.headrace.duckdb;

import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.WriteDisposition;
import java.util.Comparator;
import java.util.List;

/**
 * How tables are cut into row groups: what one of DuckDB's threads fills, compresses and writes without the others. Rows of groups
 * that are not full at the end of a load are left to one thread, and a checkpoint joins such groups with whole ones beside them,
 * which writes all of these once more.
 */
final class RowGroups {

    /** The rows of a full group, unless a file is told otherwise. */
    static final int USUAL = 122_880;

    /** The rows of a group in a package's files, which threads take in turn. */
    private static final int STEP = 20_480;

    /** Threads fill so many groups each, more or less. */
    private static final int FULL_FOR_EACH_THREAD = 2;

    private RowGroups() {}

    /** The rows of a full group in a file that begins with this package: fewer than usual if most threads could not fill one. */
    static int fullIn(LoadPackage first, int threads) {
        long rows = first.tables().stream()
                .max(Comparator.comparingLong(RowGroups::bytes))
                .map(TableLoad::rows)
                .orElse(0L);
        if (threads == 1 || rows >= (long) threads * USUAL) {
            return USUAL;
        }
        long stepsForAll = (long) threads * FULL_FOR_EACH_THREAD * STEP;
        return STEP * (int) (rows / stepsForAll + 1);
    }

    /**
     * Whether groups that a package does not fill may wait to be joined until a later load is smaller or deletes rows: it deletes
     * none itself, and brings enough rows of a table for its groups not to be many and small.
     */
    static boolean mayWait(LoadPackage loadPackage) {
        List<TableLoad> tables = loadPackage.tables();
        return tables.stream().noneMatch(table -> table.disposition() instanceof WriteDisposition.Merge)
                && tables.stream().anyMatch(table -> table.rows() >= USUAL / 2);
    }

    /** The size of the files of a package's table. */
    static long bytes(TableLoad table) {
        return table.parts().stream().mapToLong(PartFile::bytes).sum();
    }
}
