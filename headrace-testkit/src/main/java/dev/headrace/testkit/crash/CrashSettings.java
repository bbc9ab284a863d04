package dev.headrace.testkit.crash;

import java.time.Duration;
import java.util.Optional;

/**
 * What rounds of crashes have in common.
 *
 * @param command the program under test
 * @param undisturbed the same program for runs that nobody kills
 * @param seed decides on all that is random but the moments at which the machine gets to something
 * @param length about how long a run reads that nobody disturbs
 * @param mostKills how often one round is killed at most, at least 1
 * @param duckDb whether databases of DuckDB are loaded
 * @param postgres whether databases of PostgreSQL are loaded
 * @param lag a page whose answer has come so long before a kill must not be asked for again; empty when pages may be
 */
public record CrashSettings(
        Command command,
        Program undisturbed,
        long seed,
        Duration length,
        int mostKills,
        boolean duckDb,
        boolean postgres,
        Optional<Duration> lag) {

    public CrashSettings {
        if (!duckDb && !postgres) {
            throw new IllegalArgumentException("there is no database to load");
        }
    }
}
