package dev.headrace.engine.document;

import dev.headrace.schema.ContractMode;
import dev.headrace.schema.SchemaContract;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema contract as the schema document writes it: one mode for everything, or one per entity. */
final class ContractDocument {

    private ContractDocument() {}

    /** As short as people write it, which is how dlt keeps it. */
    static Object write(SchemaContract contract) {
        if (contract.equals(SchemaContract.all(contract.tables()))) {
            return contract.tables().label();
        }
        Map<String, Object> modes = new LinkedHashMap<>();
        put(modes, "tables", contract.tables());
        put(modes, "columns", contract.columns());
        put(modes, "data_type", contract.dataType());
        return modes;
    }

    private static void put(Map<String, Object> modes, String entity, ContractMode mode) {
        if (mode != ContractMode.EVOLVE) {
            modes.put(entity, mode.label());
        }
    }

    /** Null for an absent contract; entities that are not named evolve. */
    static @Nullable SchemaContract read(@Nullable Object document) {
        if (document == null) {
            return null;
        }
        return PlainValues.object(document)
                .map(modes -> new SchemaContract(
                        mode(modes.get("tables")), mode(modes.get("columns")), mode(modes.get("data_type"))))
                .orElseGet(() -> SchemaContract.all(mode(document)));
    }

    private static ContractMode mode(@Nullable Object label) {
        if (label == null) {
            return ContractMode.EVOLVE;
        }
        for (ContractMode mode : ContractMode.values()) {
            if (mode.label().equals(label)) {
                return mode;
            }
        }
        throw SchemaDocument.unreadable("unknown contract mode '" + label + "'");
    }
}
