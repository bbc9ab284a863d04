package dev.headrace.duckdb;

import dev.headrace.load.LoadPackage;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.WriteDisposition;
import java.util.Comparator;

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
                .max(Comparator.comparingLong(TableLoad::bytes))
                .map(TableLoad::rows)
                .orElse(0L);
        if (threads == 1 || rows >= (long) threads * USUAL) {
            return USUAL;
        }
        long stepsForAll = (long) threads * FULL_FOR_EACH_THREAD * STEP;
        return STEP * (int) (rows / stepsForAll + 1);
    }

    /**
     * Whether groups that a package does not fill are left for a later load to join. It brings more than the file has, so that few
     * loads in a row leave some; and it does not merge, which would leave rows that are deleted, too.
     *
     * @param fileBytes the size of the file before
     */
    static boolean joinLater(LoadPackage loadPackage, long fileBytes) {
        return bytes(loadPackage) >= fileBytes
                && loadPackage.tables().stream()
                        .noneMatch(table -> table.disposition() instanceof WriteDisposition.Merge);
    }

    /** The size of the files of a package. */
    static long bytes(LoadPackage loadPackage) {
        return loadPackage.tables().stream().mapToLong(TableLoad::bytes).sum();
    }
}
