package dev.headrace.cli;

/**
 * DuckDB's driver announces an event to Java's flight recorder when it is loaded, whether anybody records or not, and the
 * recorder needs a twentieth of a second to be ready for it. A recording that was asked for when Java started has the event
 * as ever: the recorder is ready by then.
 */
final class DriverRecording {

    /** Read by {@code jdk.jfr.internal.JVMSupport} when the recorder is first spoken to, and never again. */
    private static final String NO_RECORDER = "jfr.unsupported.vm";

    private DriverRecording() {}

    /** To be called before the driver is loaded. What the user says of the property stands. */
    static void leaveOutUnlessRecording() {
        System.getProperties().putIfAbsent(NO_RECORDER, "true");
    }
}
