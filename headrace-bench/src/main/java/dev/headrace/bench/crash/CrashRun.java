package dev.headrace.bench.crash;

import dev.headrace.bench.options.Options;
import dev.headrace.testkit.crash.Command;
import dev.headrace.testkit.crash.CrashRounds;
import dev.headrace.testkit.crash.CrashSettings;
import dev.headrace.testkit.crash.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Kills the installed command at random moments, many times, and looks what is there in the end. */
public final class CrashRun {

    /** In one round. */
    private static final int MOST_KILLS = 4;

    /** A checkpoint is two seconds behind at most; the rest is for the machine. */
    private static final long USUAL_LAG_MILLIS = 3000;

    private CrashRun() {}

    /** @param arguments the folder of the checkout, then options; ends with exit code 1 when anything was wrong */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        Path root = Path.of(words.get(0));
        Options options = Options.parse(
                words.subList(1, words.size()),
                "rounds",
                "first",
                "seed",
                "at-once",
                "length-ms",
                "lag-ms",
                "postgres");
        CrashSettings settings = settings(root, options);
        Path results = Files.createDirectories(root.resolve("headrace-bench/target/crash"));
        Path folder = Files.createTempDirectory(results, "rounds-");
        System.out.println("Seed " + settings.seed() + ", working in " + folder);
        Tally tally = new CrashRounds(settings, folder)
                .run(
                        options.integer("first", 0),
                        options.integer("rounds", 200),
                        options.integer("at-once", 2),
                        System.out::println);
        System.out.println(tally);
        System.exit(tally.failures().isEmpty() ? 0 : 1); // the server of PostgreSQL has threads that stay
    }

    private static CrashSettings settings(Path root, Options options) {
        boolean postgres = options.truth("postgres", false);
        Duration lag = Duration.ofMillis(options.number("lag-ms", USUAL_LAG_MILLIS));
        String headrace =
                root.resolve("headrace-cli/target/headrace/bin/headrace").toString();
        Command command = Command.of(List.of(headrace));
        return new CrashSettings(
                command,
                command.toItsEnd(),
                options.number("seed", System.nanoTime() % 1_000_000),
                Duration.ofMillis(options.number("length-ms", 4000)),
                MOST_KILLS,
                true,
                postgres,
                Optional.of(lag));
    }
}
