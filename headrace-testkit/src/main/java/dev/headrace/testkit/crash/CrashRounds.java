package dev.headrace.testkit.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Rounds of crashes over all write dispositions, databases, and numbers of requests at a time. */
public final class CrashRounds {

    private final CrashSettings settings;
    private final Path folder;
    private final List<Scenario> scenarios = new ArrayList<>();
    private final Map<Scenario, Reference> references = new HashMap<>();

    /** @param folder an empty one; what is wrong is kept there */
    public CrashRounds(CrashSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
        List<Database> databases = new ArrayList<>();
        if (settings.duckDb()) {
            databases.add(new DuckDbFile());
        }
        if (settings.postgres()) {
            databases.add(new PostgresDatabase());
        }
        for (boolean inFlight : List.of(false, true)) {
            for (Database database : databases) {
                for (Disposition disposition : Disposition.values()) {
                    scenarios.add(new Scenario(disposition, inFlight, database));
                }
            }
        }
    }

    /**
     * Does rounds, some at a time.
     *
     * @param first number of the first round; a round of a number does the same whatever others are done
     * @param progress hears of every round that is over; called by one thread at a time
     */
    public Tally run(int first, int rounds, int atOnce, Consumer<String> progress)
            throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<RoundResult>> futures = new ArrayList<>();
            for (int number = first; number < first + rounds; number++) {
                int each = number;
                futures.add(workers.submit(() -> round(each, progress)));
            }
            List<RoundResult> results = new ArrayList<>();
            for (Future<RoundResult> future : futures) {
                results.add(future.get());
            }
            return new Tally(settings.seed(), results);
        } catch (ExecutionException e) {
            throw new IOException("Cannot do a round: " + e.getCause(), e);
        } finally {
            workers.shutdownNow();
            giveReferencesUp();
        }
    }

    private RoundResult round(int number, Consumer<String> progress)
            throws IOException, SQLException, InterruptedException {
        Scenario scenario = scenarios.get(number % scenarios.size());
        Path place = Files.createDirectories(folder).resolve("round-" + number);
        Reference reference = reference(scenario.oneAtATime());
        Workspace workspace = reference.begin(place, scenario);
        RoundResult result;
        try (Round round = new Round(settings, reference, workspace, number)) {
            result = round.run();
        }
        if (result.isEqual()) {
            workspace.delete();
        }
        synchronized (this) {
            progress.accept(result.toString());
        }
        return result;
    }

    private synchronized Reference reference(Scenario scenario) throws IOException {
        Reference known = references.get(scenario);
        if (known == null) {
            known = Reference.make(settings.undisturbed(), folder, scenario);
            references.put(scenario, known);
        }
        return known;
    }

    private synchronized void giveReferencesUp() throws IOException {
        for (Reference reference : references.values()) {
            reference.close();
        }
        references.clear();
    }
}
