package dev.headrace.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a command and measures it from outside. Wall and CPU time come from the {@code time} word of bash, which adds up
 * {@code getrusage} of everything the command has waited for. Memory comes from {@code VmHWM} in
 * {@code /proc/PID/status}, the kernel's own record of each process's largest resident set, read again and again
 * until the process ends: only growth in the last moments of a process can be missed. For Linux with bash.
 */
public final class ProcessMeter {

    private static final long POLL_MILLIS = 15;

    /** The timed command keeps its own error stream, so that the figures stand alone in their file. */
    private static final String TIMED =
            "TIMEFORMAT='%3R %3U %3S'; figures=$1; shift; { time \"$@\" 2>&3; } 3>&2 2>\"$figures\"";

    private final Path folder;

    /** @param folder where commands run and leave what they write; must exist */
    public ProcessMeter(Path folder) {
        this.folder = folder;
    }

    /** @throws RunFailedException when the command does not end with 0 */
    public Measurement run(List<String> command) throws IOException, InterruptedException {
        Path figures = folder.resolve("figures.txt");
        Path output = folder.resolve("output.txt");
        List<String> timed = new ArrayList<>(List.of("bash", "-c", TIMED, "bash", figures.toString()));
        timed.addAll(command);
        Process process = new ProcessBuilder(timed)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        long peak = watch(process);
        if (process.waitFor() != 0) {
            throw new RunFailedException("Cannot measure " + String.join(" ", command) + ": it ended with "
                    + process.exitValue() + ":\n" + Files.readString(output));
        }
        return measurement(Files.readString(figures), peak);
    }

    static Measurement measurement(String figures, long peakKilobytes) {
        String[] seconds = figures.strip().split(" ");
        double cpu = Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2]);
        return new Measurement(Double.parseDouble(seconds[0]), cpu, peakKilobytes * 1024 / 1e6);
    }

    private static long watch(Process process) throws InterruptedException {
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, ProcessTree.peakKilobytes(process.pid()));
            Thread.sleep(POLL_MILLIS);
        }
        return peak;
    }
}
