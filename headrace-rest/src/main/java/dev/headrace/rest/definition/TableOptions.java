package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.deletes.Deletes;
import dev.headrace.quarantine.OnBadRow;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.CompletenessRule;

/** Reads hints of tables that also stand outside a source's configuration, such as options of a command line. */
public final class TableOptions {

    private TableOptions() {}

    /**
     * A disposition's name, or an object with {@code disposition} and, for merges, {@code strategy} and {@code deduplicated}.
     *
     * @throws dev.headrace.ConfigException when it is neither
     */
    public static WriteDisposition disposition(ConfigNode node) {
        return HintsParser.disposition(node);
    }

    /**
     * {@code report} or {@code strict}.
     *
     * @throws dev.headrace.ConfigException when it is neither
     */
    public static CompletenessRule completeness(ConfigNode node) {
        return Choices.constant(node, CompletenessRule.class, CompletenessRule::label);
    }

    /**
     * {@code fail} or {@code quarantine}.
     *
     * @throws dev.headrace.ConfigException when it is neither
     */
    public static OnBadRow onBadRow(ConfigNode node) {
        return HintsParser.onBadRow(node);
    }

    /**
     * {@code none}, {@code soft} or {@code hard}.
     *
     * @throws dev.headrace.ConfigException when it is none of them
     */
    public static Deletes deletes(ConfigNode node) {
        return Choices.constant(node, Deletes.class, Deletes::label);
    }

    /**
     * One mode for everything, or an object with {@code tables}, {@code columns} and {@code data_type}; what is left out
     * evolves.
     *
     * @throws dev.headrace.ConfigException when it is neither
     */
    public static SchemaContract contract(ConfigNode node) {
        return HintsParser.contract(node);
    }
}
