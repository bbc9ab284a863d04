package dev.headrace.sql;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables and columns that a dataset really has. Follows what the current transaction adds. */
final class Catalog {

    private final Comparator<String> order;
    private final TreeMap<String, Set<String>> columnsByTable;

    Catalog(Comparator<String> order) {
        this.order = order;
        this.columnsByTable = new TreeMap<>(order);
    }

    boolean has(String table) {
        return columnsByTable.containsKey(table);
    }

    boolean has(String table, String column) {
        Set<String> columns = columnsByTable.get(table);
        return columns != null && columns.contains(column);
    }

    void remove(String table) {
        columnsByTable.remove(table);
    }

    void add(String table, String column) {
        columnsByTable.computeIfAbsent(table, name -> new TreeSet<>(order)).add(column);
    }
}
