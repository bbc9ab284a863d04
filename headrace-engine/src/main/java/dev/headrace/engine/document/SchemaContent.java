package dev.headrace.engine.document;

import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.TableSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a schema document says, without its version.
 *
 * @param name the source's name
 * @param tables system tables included, in the order in which they came into being
 * @param settings {@code detections}, {@code default_hints}, {@code schema_contract}, …: plain JSON values
 * @param normalizers naming convention and how lists become tables: plain JSON values
 * @param others what else the document has at its root, such as {@code description}
 */
public record SchemaContent(
        String name,
        Map<String, TableSchema> tables,
        Map<String, @Nullable Object> settings,
        Map<String, @Nullable Object> normalizers,
        Map<String, @Nullable Object> others) {

    private static final String CONTRACT = "schema_contract";
    private static final String NAMES = "names";

    public SchemaContent {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        normalizers = Collections.unmodifiableMap(new LinkedHashMap<>(normalizers));
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** A schema without tables of its own. */
    public static SchemaContent fresh(String name) {
        Map<String, TableSchema> tables = new LinkedHashMap<>();
        for (TableSchema table : List.of(SystemTables.version(), SystemTables.loads())) {
            tables.put(table.name(), table);
        }
        return new SchemaContent(name, tables, DefaultSettings.settings(), DefaultSettings.normalizers(), Map.of());
    }

    /** The naming convention, such as {@code snake_case}; a module path of dlt counts by its last part. */
    public String naming() {
        String names = PlainValues.text(normalizers.get(NAMES)).orElse(DefaultSettings.NAMING);
        return names.substring(names.lastIndexOf('.') + 1);
    }

    /** The contract of all tables that have none of their own. */
    public Optional<SchemaContract> contract() {
        return Optional.ofNullable(ContractDocument.read(settings.get(CONTRACT)));
    }

    /** A copy with other tables, and with the roots whose ids go to nested tables brought up to date. */
    public SchemaContent withTables(Map<String, TableSchema> value) {
        return withTables(value, Set.of());
    }

    /** @param roots tables that would hand down their ids as soon as they had nested tables; dlt names them from the start */
    public SchemaContent withTables(Map<String, TableSchema> value, Set<String> roots) {
        return new SchemaContent(name, value, settings, RootKeys.propagated(normalizers, value, roots), others);
    }

    public SchemaContent withNaming(String convention) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(normalizers);
        changed.put(NAMES, convention);
        return new SchemaContent(name, tables, settings, changed, others);
    }

    /** A copy that says how deep lists are taken apart and whether nested rows know their root row; null: nothing is said. */
    public SchemaContent withNesting(@Nullable Integer maxTableNesting, @Nullable Boolean rootKey) {
        Map<String, @Nullable Object> changed = RootKeys.configured(
                normalizers, "max_nesting", maxTableNesting == null ? null : (long) maxTableNesting);
        return new SchemaContent(
                name, tables, settings, RootKeys.configured(changed, "root_key_propagation", rootKey), others);
    }

    /** A copy with another contract; null: everything may change. */
    public SchemaContent withContract(@Nullable SchemaContract contract) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(settings);
        changed.remove(CONTRACT);
        if (contract != null) {
            changed.put(CONTRACT, ContractDocument.write(contract));
        }
        return new SchemaContent(name, tables, changed, normalizers, others);
    }

    /** The document's root in the order in which dlt writes it, without version and hashes. */
    Map<String, @Nullable Object> toDocument() {
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        tables.forEach((table, schema) -> byName.put(table, TableDocument.write(schema)));
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("name", name);
        document.put("tables", byName);
        document.put("settings", settings);
        document.put("normalizers", normalizers);
        document.putAll(others);
        return document;
    }
}
