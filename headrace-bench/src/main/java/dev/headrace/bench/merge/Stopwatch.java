package dev.headrace.bench.merge;

import com.sun.management.OperatingSystemMXBean;
import dev.headrace.bench.measure.Measurement;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;

/** Measures work inside this process: its wall time, and the CPU time of the process. */
public final class Stopwatch {

    private static final double NANOS = 1e9;

    private Stopwatch() {}

    /** Work that may fail. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException, IOException;
    }

    public static Measurement measure(Work work) throws SQLException, IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - start) / NANOS;
        return new Measurement(wall, (system.getProcessCpuTime() - cpu) / NANOS, 0);
    }
}
