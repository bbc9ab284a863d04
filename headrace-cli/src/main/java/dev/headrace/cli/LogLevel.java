package dev.headrace.cli;

import dev.headrace.ConfigException;
import dev.headrace.config.Settings;
import dev.headrace.config.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.event.Level;

/** How much a run writes to its log: {@code RUNTIME__LOG_LEVEL}, in Python's words or our own. */
final class LogLevel {

    private static final Map<String, Level> LEVELS = Map.of(
            "trace", Level.TRACE,
            "debug", Level.DEBUG,
            "info", Level.INFO,
            "warn", Level.WARN,
            "warning", Level.WARN,
            "error", Level.ERROR,
            "critical", Level.ERROR);
    private static final String SETTING = "runtime.log_level";

    private LogLevel() {}

    /** Info when nothing is said. */
    static Level of(Settings settings) {
        return settings.find(List.of(SETTING)).map(LogLevel::parse).orElse(Level.INFO);
    }

    private static Level parse(String text) {
        Level level = LEVELS.get(text.strip().toLowerCase(Locale.ROOT));
        if (level == null) {
            throw new ConfigException("Cannot use '" + text + "' for " + SETTING
                    + Suggestions.didYouMean(text, LEVELS.keySet()) + " Allowed: trace, debug, info, warning, error");
        }
        return level;
    }
}
