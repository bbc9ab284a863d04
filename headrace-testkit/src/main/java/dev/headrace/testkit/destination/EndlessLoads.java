package dev.headrace.testkit.destination;

import dev.headrace.destination.Destination;
import dev.headrace.destination.DestinationSession;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import java.io.PrintStream;
import java.nio.file.Path;

/** What a process does that is going to be killed: loads one generation after the other, and tells when it begins with each. */
public final class EndlessLoads {

    /** Begins each line that announces a load. */
    static final String LOADING = "loading ";

    private EndlessLoads() {}

    /**
     * Does not return.
     *
     * @param writer writes the parts
     * @param folder takes them
     * @param first the number of the first generation
     * @param announcements takes the lines
     */
    public static void run(
            DestinationProbe writer,
            Destination destination,
            Path folder,
            InterruptedKind kind,
            int first,
            PrintStream announcements) {
        for (int generation = first; ; generation++) {
            LoadPackage next = kind.write(new PackageScript(writer, folder, generation + ".5"), generation)
                    .write();
            try (DestinationSession session = destination.open(DestinationTest.DATASET)) {
                announcements.println(LOADING + generation);
                session.load(next, RunListener.none());
            }
        }
    }
}
