package dev.headrace.engine;

import dev.headrace.load.PartFile;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.Schema;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a package brings for each table. */
final class TableLoads {

    private TableLoads() {}

    /**
     * The tables below these roots that have new rows or lose all of theirs, parents before children. Tables that were
     * never filled exist at no destination, and are left out.
     *
     * @param roots the tables of the resources that were read to their end, with the disposition of this load
     * @param parts the files that were written, by table
     */
    static List<TableLoad> of(Schema schema, Map<String, WriteDisposition> roots, Map<String, List<PartFile>> parts) {
        List<TableLoad> loads = new ArrayList<>();
        roots.forEach((root, disposition) -> {
            for (TableSchema member : schema.chain(schema.findTable(root).orElseThrow())) {
                List<PartFile> written = parts.getOrDefault(member.name(), List.of());
                if (!written.isEmpty() || isEmptied(member, disposition)) {
                    loads.add(new TableLoad(member, disposition, written));
                }
            }
        });
        return loads;
    }

    /** Replaced tables hold nothing but the new rows; of a snapshot, rows that are missing are retired. */
    private static boolean isEmptied(TableSchema table, WriteDisposition disposition) {
        boolean wholeContent = disposition instanceof WriteDisposition.Replace
                || disposition instanceof WriteDisposition.Merge merge && merge.strategy() == MergeStrategy.SCD2;
        return wholeContent && hasSeenData(table);
    }

    private static boolean hasSeenData(TableSchema table) {
        return table.properties().get(Hints.NORMALIZER) instanceof Map<?, ?> remembered
                && Boolean.TRUE.equals(remembered.get("seen-data"));
    }
}
