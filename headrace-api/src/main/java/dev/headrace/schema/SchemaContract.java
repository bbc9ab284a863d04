package dev.headrace.schema;

/** What may change: new tables, new columns, new types of a column. */
public record SchemaContract(ContractMode tables, ContractMode columns, ContractMode dataType) {

    /** Everything may change; the default. */
    public static SchemaContract evolve() {
        return all(ContractMode.EVOLVE);
    }

    /** One mode for tables, columns and types alike. */
    public static SchemaContract all(ContractMode mode) {
        return new SchemaContract(mode, mode, mode);
    }
}
