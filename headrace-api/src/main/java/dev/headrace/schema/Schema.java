package dev.headrace.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of one source, at one moment.
 *
 * @param name the source's name
 * @param version grows by one each time changed content is stored; 0 before the first
 * @param versionHash hash of the content, as dlt computes it
 * @param document the schema document as compact JSON, as it is stored in {@code _dlt_version}
 * @param tablesByName the tables, system tables included, in the order in which they came into being
 */
public record Schema(
        String name, int version, String versionHash, String document, Map<String, TableSchema> tablesByName) {

    /** The engine version of schema documents that we write. */
    public static final int ENGINE_VERSION = 11;

    public Schema {
        tablesByName = Collections.unmodifiableMap(new LinkedHashMap<>(tablesByName));
    }

    public Collection<TableSchema> tables() {
        return tablesByName.values();
    }

    public Optional<TableSchema> findTable(String table) {
        return Optional.ofNullable(tablesByName.get(table));
    }

    /** The table and everything nested below it, parents before children. */
    public List<TableSchema> chain(TableSchema root) {
        List<TableSchema> chain = new ArrayList<>();
        chain.add(root);
        for (int i = 0; i < chain.size(); i++) {
            String parent = chain.get(i).name();
            tables().stream().filter(t -> parent.equals(t.parent())).forEach(chain::add);
        }
        return chain;
    }
}
