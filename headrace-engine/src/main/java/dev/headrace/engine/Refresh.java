package dev.headrace.engine;

import dev.headrace.ConfigException;
import dev.headrace.config.Suggestions;
import java.util.List;

/** The ways to begin anew. */
final class Refresh {

    /** State is forgotten and tables are emptied; the schema stays. */
    static final String DROP_DATA = "drop_data";

    private static final List<String> DROPPING = List.of("drop_resources", "drop_sources");

    private Refresh() {}

    /** @throws ConfigException unless the mode is one that a run can do */
    static void check(String mode) {
        if (DROPPING.contains(mode)) {
            throw new ConfigException("Cannot refresh by '" + mode + "': tables cannot be dropped by a run yet. Use '"
                    + DROP_DATA + "', which empties them and keeps their columns, or load into another dataset.");
        }
        if (!mode.equals(DROP_DATA)) {
            throw new ConfigException("Cannot refresh by '" + mode + "': there is no such mode"
                    + Suggestions.didYouMean(mode, List.of(DROP_DATA)) + " Known: " + DROP_DATA);
        }
    }
}
