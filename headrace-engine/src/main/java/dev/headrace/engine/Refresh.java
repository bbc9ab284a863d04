package dev.headrace.engine;

import dev.headrace.ConfigException;
import dev.headrace.config.Suggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The ways to begin anew; the names are those of dlt. */
enum Refresh {
    /** All tables of the source are dropped, and its state is forgotten. */
    DROP_SOURCES,
    /** The tables of the resources that are read are dropped, and their state is forgotten. */
    DROP_RESOURCES,
    /** The tables of the resources that are read are emptied, and their state is forgotten; the schema stays. */
    DROP_DATA;

    /** @throws ConfigException when there is no mode of that name */
    static Refresh of(String mode) {
        List<String> known = Arrays.stream(values()).map(Refresh::label).toList();
        if (!known.contains(mode)) {
            throw new ConfigException("Cannot refresh by '" + mode + "': there is no such mode"
                    + Suggestions.among(mode, "Known", known));
        }
        return values()[known.indexOf(mode)];
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
