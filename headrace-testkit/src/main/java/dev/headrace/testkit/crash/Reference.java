package dev.headrace.testkit.crash;

import dev.headrace.testkit.conformance.StoredDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Undisturbed runs: one on the first day, which rounds begin with, and as many as are asked for on the second day, each after
 * the other. Safe for any number of threads.
 */
final class Reference implements AutoCloseable {

    private static final int MOST_PASSES = 6;

    private final Program program;
    private final ShopApi api = new ShopApi(0);
    private final Workspace firstDay;
    private final Workspace secondDay;
    private final List<Pass> passes = new ArrayList<>();

    /**
     * One undisturbed run of the second day.
     *
     * @param requests how many it sent
     */
    record Pass(StoredDataset dataset, int requests) {}

    private Reference(Program program, Workspace firstDay, Workspace secondDay) {
        this.program = program;
        this.firstDay = firstDay;
        this.secondDay = secondDay;
    }

    static Reference make(Program program, Path folder, Scenario scenario) throws IOException {
        String name = scenario.disposition().word() + "-" + scenario.database().name();
        Workspace first = Workspace.create(folder.resolve("first-" + name), scenario);
        Reference reference = new Reference(program, first, new Workspace(folder.resolve("second-" + name), scenario));
        first.configure(reference.api.url());
        reference.run(first);
        reference.api.turnToSecondDay();
        first.copyTo(reference.secondDay.folder(), scenario);
        return reference;
    }

    /** A workspace in which the data of the first day are loaded. */
    synchronized Workspace begin(Path folder, Scenario scenario) throws IOException {
        return firstDay.copyTo(folder, scenario);
    }

    /** The first, second, ... run of the second day; {@code number} counts from 1. */
    synchronized Pass pass(int number) throws IOException, SQLException {
        while (passes.size() < number) {
            int requests = run(secondDay);
            passes.add(new Pass(secondDay.dataset(), requests));
        }
        return passes.get(number - 1);
    }

    /**
     * What stands in the database once the load log has so many entries.
     *
     * @throws IllegalStateException when it never comes to so many: a run that finds nothing new loads nothing
     */
    StoredDataset afterLoads(int loads) throws IOException, SQLException {
        for (int number = 1; number <= MOST_PASSES; number++) {
            StoredDataset dataset = pass(number).dataset();
            if (dataset.loads().size() == loads) {
                return dataset;
            }
        }
        throw new IllegalStateException("undisturbed runs load at most "
                + pass(MOST_PASSES).dataset().loads().size() + " times, not " + loads + " times");
    }

    private int run(Workspace workspace) throws IOException {
        api.log().begin(0);
        Program.Ended ended = program.run(workspace.folder(), workspace.arguments());
        if (ended.exit() != 0) {
            throw new IllegalStateException("An undisturbed run failed: " + ended.output());
        }
        return api.log().sent();
    }

    @Override
    public void close() throws IOException {
        api.close();
        firstDay.delete();
        secondDay.delete();
    }
}
