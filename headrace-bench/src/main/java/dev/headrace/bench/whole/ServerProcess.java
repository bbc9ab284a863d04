package dev.headrace.bench.whole;

import dev.headrace.bench.events.EventsProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** The events API in a process of its own, so that its work is not measured with the client's. */
public final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final String url;

    private ServerProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Returns when the server has made its pages and listens. */
    public static ServerProcess start(long records, int perPage) throws IOException {
        return start(records, perPage, 0);
    }

    /** As {@link #start(long, int)}, but waits so long before each answer. */
    static ServerProcess start(long records, int perPage, long latencyMillis) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Distribution.javaCommand(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-XX:MaxDirectMemorySize=16g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EventsProgram.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--records",
                        Long.toString(records),
                        "--per-page",
                        Integer.toString(perPage),
                        "--latency-ms",
                        Long.toString(latencyMillis)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // The reader stays open with the process.
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        if (line == null || !line.startsWith("ready ")) {
            process.destroy();
            throw new IOException("Cannot start the server of events: it said '" + line + "'.");
        }
        return new ServerProcess(process, line.substring("ready ".length()));
    }

    /** Without a slash at the end. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
