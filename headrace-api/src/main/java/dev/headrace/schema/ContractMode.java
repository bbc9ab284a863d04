package dev.headrace.schema;

import java.util.Locale;

/** What a contract does with something new. */
public enum ContractMode {
    EVOLVE,
    FREEZE,
    DISCARD_ROW,
    DISCARD_VALUE;

    /** The name in configurations, such as {@code discard_row}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
