package dev.headrace.cli;

import java.lang.reflect.Field;
import jdk.jfr.FlightRecorder;

/**
 * DuckDB's driver announces an event to Java's flight recorder when it is loaded, whether anybody records or not, and the
 * recorder takes a twentieth of a second to be ready for it. A recording that was asked for when Java started has the event
 * as ever, because the recorder is ready by then; one that is started later has all but this event.
 */
final class DriverRecording {

    private DriverRecording() {}

    /** To be called before the driver is loaded; a driver that is built otherwise does what it likes. */
    static void leaveOutUnlessRecording() {
        try {
            if (!FlightRecorder.isInitialized()) {
                // The driver asks this before it announces, so as not to do it twice.
                Field announced =
                        Class.forName("org.duckdb.DuckDBMemoryMonitor").getDeclaredField("initialized");
                announced.setAccessible(true);
                announced.setBoolean(null, true);
            }
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            return; // slower, no more
        }
    }
}
