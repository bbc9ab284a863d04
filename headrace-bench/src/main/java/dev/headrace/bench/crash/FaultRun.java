package dev.headrace.bench.crash;

import dev.headrace.bench.options.Options;
import dev.headrace.testkit.crash.Command;
import dev.headrace.testkit.crash.FaultRounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Runs the installed command against an API whose answers are broken on their way, many times. */
public final class FaultRun {

    /** Waits between attempts are real here, so they are kept short. */
    private static final String SHORT_WAITS = "RUNTIME__REQUEST_BACKOFF_FACTOR=0.05";

    private FaultRun() {}

    /** @param arguments the folder of the checkout, then options; ends with exit code 1 when anything was wrong */
    public static void main(String[] arguments) throws IOException, SQLException {
        List<String> words = List.of(arguments);
        Path root = Path.of(words.get(0));
        Options options = Options.parse(words.subList(1, words.size()), "rounds", "first", "seed");
        long seed = options.number("seed", System.nanoTime() % 1_000_000);
        Path results = Files.createDirectories(root.resolve("headrace-bench/target/crash"));
        Path folder = Files.createTempDirectory(results, "faults-");
        System.out.println("Seed " + seed + ", working in " + folder);
        String headrace =
                root.resolve("headrace-cli/target/headrace/bin/headrace").toString();
        Command command = Command.of(List.of("env", SHORT_WAITS, headrace));
        FaultRounds rounds = new FaultRounds(command.toItsEnd(), Clock.systemUTC(), seed, folder);
        List<String> failures =
                rounds.run(options.integer("first", 0), options.integer("rounds", 100), System.out::println);
        System.out.println(rounds.tally());
        System.exit(failures.isEmpty() ? 0 : 1);
    }
}
