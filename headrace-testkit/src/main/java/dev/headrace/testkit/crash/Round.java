package dev.headrace.testkit.crash;

import dev.headrace.testkit.conformance.StoredDataset;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Runs a pipeline again and again, kills it some times, lets it end, and looks at what is there then. Used once. */
final class Round implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;

    private final CrashSettings settings;
    private final Reference reference;
    private final Workspace workspace;
    private final int number;
    private final Random random;
    private final ShopApi api;
    private final Aim aim;
    private final Set<String> loadsBefore;
    private final Set<String> finished = new TreeSet<>();
    private final List<Stage> kills = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private int missed;

    Round(CrashSettings settings, Reference reference, Workspace workspace, int number) throws SQLException {
        this.settings = settings;
        this.reference = reference;
        this.workspace = workspace;
        this.number = number;
        this.random = new Random(settings.seed() * 1_000_003 + number);
        this.api = new ShopApi(random.nextLong());
        this.aim = new Aim(workspace, api.log(), random);
        this.loadsBefore = new TreeSet<>(workspace.dataset().loads());
        api.turnToSecondDay();
        if (workspace.scenario().inFlight()) {
            api.holdSomeBack(settings.length());
        }
    }

    RoundResult run() throws IOException, SQLException, InterruptedException {
        workspace.configure(api.url());
        int planned = 1 + random.nextInt(settings.mostKills());
        boolean ended = false;
        for (int kill = 0; kill < planned && !ended; kill++) {
            ended = disturbed();
        }
        if (ended || undisturbed()) {
            compare();
        }
        return new RoundResult(
                number,
                workspace.scenario(),
                kills,
                missed,
                api.log().askedAgain(),
                api.log().spared(),
                differences,
                workspace.folder());
    }

    /** True when the process ended before it was killed. */
    private boolean disturbed() throws IOException, SQLException, InterruptedException {
        int requests = requestsOfThisPass();
        Duration latency = pace(requests);
        Process process = start();
        aim.await(aim.choose(), process, requests, latency);
        if (!process.isAlive()) {
            missed++;
            return hasSucceeded(process);
        }
        api.log().killed();
        process.destroyForcibly().waitFor();
        api.awaitDepartures();
        kills.add(stage(requests));
        noteFinished();
        return false;
    }

    private boolean undisturbed() throws IOException, SQLException, InterruptedException {
        pace(requestsOfThisPass());
        Process process = start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            differences.add("a run did not end within " + PATIENCE_SECONDS + " s: " + workspace.lastOutput());
            return false;
        }
        return hasSucceeded(process);
    }

    private boolean hasSucceeded(Process process) throws IOException {
        if (process.exitValue() == 0) {
            return true;
        }
        differences.add("a run ended with exit code " + process.exitValue() + ": " + workspace.lastOutput());
        return false;
    }

    private Process start() throws IOException {
        api.log().begin(finished.size());
        // Whatever is gone on with may have been written by a run that was told otherwise.
        List<String> arguments = random.nextBoolean() ? workspace.arguments() : workspace.packedArguments();
        return settings.command().start(workspace.folder(), arguments, workspace.output());
    }

    private int requestsOfThisPass() throws IOException, SQLException {
        return reference.pass(finished.size() + 1).requests();
    }

    private Duration pace(int requests) {
        Duration latency = settings.length()
                .multipliedBy(workspace.scenario().concurrency())
                .dividedBy(requests);
        api.latency(latency);
        return latency;
    }

    private Stage stage(int requests) throws SQLException {
        Set<String> pending = workspace.packages("normalised");
        if (!pending.isEmpty()) {
            return committed().containsAll(pending) ? Stage.COMMIT : Stage.LOAD;
        }
        Set<String> putAway = new HashSet<>(workspace.packages("committed"));
        putAway.removeAll(loadsBefore);
        if (!finished.containsAll(putAway)) {
            return Stage.END;
        }
        if (api.log().sent() == 0) {
            return Stage.START;
        }
        return api.log().answeredInPass() < requests ? Stage.EXTRACTION : Stage.PACKAGE;
    }

    private Set<String> committed() throws SQLException {
        return workspace.hasDatabase() ? new HashSet<>(workspace.dataset().loads()) : Set.of();
    }

    /** A pass is over once its package is complete: it will be loaded, and whoever comes then begins a new one. */
    private void noteFinished() {
        finished.addAll(workspace.packages("normalised"));
        finished.addAll(workspace.packages("committed"));
        finished.removeAll(loadsBefore);
    }

    private void compare() throws IOException, SQLException {
        StoredDataset dataset = workspace.dataset();
        differences.addAll(LoadLog.differences(dataset.loads(), loadsBefore, finished));
        try {
            differences.addAll(
                    dataset.differencesFrom(reference.afterLoads(dataset.loads().size())));
        } catch (IllegalStateException e) {
            differences.add("loads: " + e.getMessage());
        }
        List<String> leftovers = workspace.leftovers();
        if (!leftovers.isEmpty()) {
            differences.add("left in the pipeline's folder: " + leftovers);
        }
        if (!workspace.localState().equals(dataset.state())) {
            differences.add("state.json: " + workspace.localState() + ", in the database " + dataset.state());
        }
        differences.addAll(api.log().askedTwice());
        settings.lag().ifPresent(lag -> differences.addAll(api.log().neededAgain(lag)));
    }

    @Override
    public void close() {
        api.close();
    }
}
