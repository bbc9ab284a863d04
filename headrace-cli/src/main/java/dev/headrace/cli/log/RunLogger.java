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

    @Override
    public boolean isTraceEnabled() {
        return RunLog.takes(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return RunLog.takes(Level.DEBUG);
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
