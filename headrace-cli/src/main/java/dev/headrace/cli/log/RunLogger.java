package dev.headrace.cli.log;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger that writes to the {@link RunLog}. */
final class RunLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1;

    RunLogger(String name) {
        this.name = name;
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String message,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable cause) {
        String formatted = MessageFormatter.basicArrayFormat(message, arguments);
        RunLog.write(level, name, Objects.requireNonNullElse(formatted, ""), cause);
    }

    /** The HTTP library logs every byte, cut where its buffers end, and so parts of secrets that nobody would know. */
    private boolean takes(Level level) {
        return !name.startsWith("org.apache.hc.") && RunLog.takes(level);
    }

    @Override
    public boolean isTraceEnabled() {
        return takes(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return takes(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return RunLog.takes(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return RunLog.takes(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return RunLog.takes(Level.ERROR);
    }
}
