package dev.headrace.sql;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Suggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the rows of a replaced table go; the names are those of dlt. Under all of them the change is one transaction: nobody sees
 * the table empty.
 */
public enum ReplaceStrategy {
    /** The rows are deleted, then the new ones inserted. */
    TRUNCATE_AND_INSERT,
    /** The same: the new rows are staged in the load package. The default. */
    INSERT_FROM_STAGING,
    /** The table is dropped and made again with the columns of the schema: faster where it is large. */
    STAGING_OPTIMIZED;

    private static final String KEY = "replace_strategy";

    /** The name in configurations, such as {@code insert-from-staging}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What a destination's configuration says as {@code replace_strategy}, else the settings
     * {@code destination.<type>.replace_strategy} and {@code destination.replace_strategy}, else the default.
     *
     * @throws dev.headrace.ConfigException when there is none of that name
     */
    public static ReplaceStrategy of(ConfigNode config, ComponentContext context, String type) {
        Optional<ConfigNode> written = config.present(KEY);
        return written.map(ConfigNode::text)
                .or(() -> context.settings().find(List.of("destination." + type + "." + KEY, "destination." + KEY)))
                .map(label -> ofLabel(label, written.orElse(config)))
                .orElse(INSERT_FROM_STAGING);
    }

    private static ReplaceStrategy ofLabel(String label, ConfigNode node) {
        List<String> known = Arrays.stream(values()).map(ReplaceStrategy::label).toList();
        if (!known.contains(label)) {
            throw node.error("unknown replace strategy '" + label + "'" + Suggestions.among(label, "Known", known));
        }
        return values()[known.indexOf(label)];
    }
}
