package dev.headrace.engine;

import dev.headrace.load.LoadTerms;
import dev.headrace.load.PartFile;
import dev.headrace.load.TableLoad;
import dev.headrace.quarantine.ErrorsTable;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.Schema;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a package brings for each table. */
final class TableLoads {

    private TableLoads() {}

    /**
     * The tables below these roots that have new rows or lose all of theirs, parents before children. Tables that were
     * never filled exist at no destination, and are left out.
     *
     * @param roots the tables of the resources that were read to their end, with the disposition of this load; tables that
     *     stand on their own although rows of these lead to them are found by their files
     * @param parts the files that were written, by table
     * @param terms of tables and those nested in them, by root; none where there is nothing
     */
    static List<TableLoad> of(
            Schema schema,
            Map<String, WriteDisposition> roots,
            Map<String, List<PartFile>> parts,
            Map<String, LoadTerms> terms) {
        List<TableLoad> loads = new ArrayList<>();
        withOwnTables(roots, schema, parts).forEach((root, disposition) -> {
            Map<String, WriteDisposition> above = new HashMap<>();
            for (TableSchema member : schema.chain(schema.findTable(root).orElseThrow())) {
                WriteDisposition own = disposition(member, disposition, above);
                List<PartFile> written = parts.getOrDefault(member.name(), List.of());
                LoadTerms kept = terms(member, terms.getOrDefault(root, LoadTerms.none()));
                if (!written.isEmpty() || isEmptied(member, own, kept)) {
                    loads.add(new TableLoad(member, own, written, kept));
                }
            }
        });
        if (parts.containsKey(ErrorsTable.NAME)) {
            loads.add(new TableLoad(ErrorsTable.schema(), WriteDisposition.append(), parts.get(ErrorsTable.NAME)));
        }
        return loads;
    }

    /** A nested table may say itself what becomes of its rows; otherwise the table above does. */
    private static WriteDisposition disposition(
            TableSchema member, WriteDisposition root, Map<String, WriteDisposition> above) {
        WriteDisposition inherited = above.getOrDefault(String.valueOf(member.parent()), root);
        WriteDisposition own = member.isRoot() || member.disposition() == null ? inherited : member.disposition();
        above.put(member.name(), own);
        return own;
    }

    private static Map<String, WriteDisposition> withOwnTables(
            Map<String, WriteDisposition> roots, Schema schema, Map<String, List<PartFile>> parts) {
        Map<String, WriteDisposition> all = new LinkedHashMap<>(roots);
        for (String filled : parts.keySet()) {
            if (filled.equals(ErrorsTable.NAME)) {
                continue; // no schema knows it
            }
            TableSchema root = root(schema, filled);
            all.computeIfAbsent(
                    root.name(), name -> Objects.requireNonNullElse(root.disposition(), WriteDisposition.append()));
        }
        return all;
    }

    private static TableSchema root(Schema schema, String table) {
        TableSchema root = schema.findTable(table).orElseThrow();
        while (root.parent() != null) {
            root = schema.findTable(root.parent()).orElseThrow();
        }
        return root;
    }

    /** Nested rows go with their roots. */
    private static LoadTerms terms(TableSchema member, LoadTerms ofRoot) {
        return member.isRoot() ? ofRoot : ofRoot.withoutDeletes();
    }

    /** Replaced tables hold nothing but the new rows; of a snapshot, or with deletions, rows that are missing go. */
    private static boolean isEmptied(TableSchema table, WriteDisposition disposition, LoadTerms terms) {
        boolean wholeContent = terms.deletes() != null
                || disposition instanceof WriteDisposition.Replace
                || disposition instanceof WriteDisposition.Merge merge && merge.strategy() == MergeStrategy.SCD2;
        return wholeContent && table.hasSeenData();
    }
}
