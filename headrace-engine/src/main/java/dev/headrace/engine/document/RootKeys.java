package dev.headrace.engine.document;

import dev.headrace.schema.Hints;
import dev.headrace.schema.SystemColumns;
import dev.headrace.schema.TableSchema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the part of a document that tells how nested tables are made, and which root tables hand their row id down to them. A root stays there once
 * its nested tables have a root key, whatever its disposition becomes.
 */
final class RootKeys {

    private RootKeys() {}

    /**
     * A copy of the normalisers' configuration that names every root whose nested tables have a root key.
     *
     * @param further roots to name even if they have no nested tables
     */
    static Map<String, @Nullable Object> propagated(
            Map<String, @Nullable Object> normalizers, Map<String, TableSchema> tables, Set<String> further) {
        Set<String> roots = rootsWithKeys(tables);
        roots.addAll(further);
        if (roots.isEmpty()) {
            return normalizers;
        }
        Map<String, @Nullable Object> propagation = child(configuration(normalizers), "propagation");
        Map<String, @Nullable Object> byTable = child(propagation, "tables");
        roots.forEach(root -> {
            Map<String, @Nullable Object> fields = child(byTable, root);
            fields.put(SystemColumns.ID, SystemColumns.ROOT_ID);
            byTable.put(root, fields);
        });
        propagation.put("tables", byTable);
        return configured(normalizers, "propagation", propagation);
    }

    /** A copy in which the configuration of nested tables has that value; null: it is not there. */
    static Map<String, @Nullable Object> configured(
            Map<String, @Nullable Object> normalizers, String key, @Nullable Object value) {
        Map<String, @Nullable Object> config = configuration(normalizers);
        if (Objects.equals(config.get(key), value)) {
            return normalizers;
        }
        if (value == null) {
            config.remove(key);
        } else {
            config.put(key, value);
        }
        Map<String, @Nullable Object> json = child(normalizers, "json");
        json.put("config", config);
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(normalizers);
        changed.put("json", json);
        return changed;
    }

    private static Map<String, @Nullable Object> configuration(Map<String, @Nullable Object> normalizers) {
        return child(child(normalizers, "json"), "config");
    }

    private static Set<String> rootsWithKeys(Map<String, TableSchema> tables) {
        Set<String> roots = new LinkedHashSet<>();
        for (TableSchema table : tables.values()) {
            if (!table.isRoot() && !table.columnsWith(Hints.ROOT_KEY).isEmpty()) {
                roots.add(root(table, tables));
            }
        }
        return roots;
    }

    private static String root(TableSchema table, Map<String, TableSchema> tables) {
        TableSchema root = table;
        while (root.parent() != null && tables.get(root.parent()) != null) {
            root = tables.get(root.parent());
        }
        return root.name();
    }

    /** A copy of an inner object that may be changed; empty when there is none. */
    private static Map<String, @Nullable Object> child(Map<String, @Nullable Object> map, String key) {
        return new LinkedHashMap<>(PlainValues.object(map.get(key)).orElse(Map.of()));
    }
}
