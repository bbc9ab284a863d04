package dev.headrace.rest.incremental;

import dev.headrace.config.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The interval that an external scheduler wants a run to load: {@code DLT_INTERVAL_START} and {@code DLT_INTERVAL_END} of the
 * environment, as ISO 8601 with an offset, or in UTC.
 */
public record SchedulerInterval(Instant start, Instant end) {

    private static final String START = "dlt_interval_start";
    private static final String END = "dlt_interval_end";

    /** @throws IllegalArgumentException when there is none, or one that can't be read */
    public static SchedulerInterval find(Settings settings) {
        return new SchedulerInterval(moment(settings, START), moment(settings, END));
    }

    private static Instant moment(Settings settings, String name) {
        Optional<String> text = settings.find(List.of(name));
        String variable = name.toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("'allow_external_schedulers' is true, but there is no interval: set "
                    + variable + ". Looked for: " + String.join(", ", settings.places(List.of(name))));
        }
        return new IsoTime()
                .read(text.get())
                .orElseThrow(() -> new IllegalArgumentException(
                        variable + " is '" + text.get() + "', which is no timestamp such as 2024-01-31T08:00:00Z"));
    }

    /**
     * The bounds of a run that loads this interval, within those that are configured.
     *
     * @throws IllegalArgumentException when it is not known how the cursor writes moments
     */
    public Bounds within(Bounds bounds, Cursor cursor) {
        boolean forward = cursor.direction() == Direction.MAX;
        Object initial = bounds.initial();
        Object configuredEnd = bounds.end();
        Object first = written(forward ? start : end, initial, cursor);
        Object last = written(forward ? end : start, initial, cursor);
        return bounds.withValues(
                initial != null && cursor.isLater(initial, first) ? initial : first,
                configuredEnd != null && cursor.isLater(last, configuredEnd) ? configuredEnd : last);
    }

    /** Numbers without a format count seconds. */
    private static Object written(Instant moment, @Nullable Object like, Cursor cursor) {
        if (like instanceof Number && cursor.format() == null) {
            return EpochTime.SECONDS.write(moment, like);
        }
        CursorTime format = cursor.format();
        Optional<CursorTime> notation = like == null ? Optional.ofNullable(format) : cursor.notation(like);
        return notation.orElseThrow(() -> new IllegalArgumentException(
                        "'allow_external_schedulers' needs to know how the cursor '" + cursor.path()
                                + "' writes moments; set 'initial_value' to a timestamp, or 'cursor_format'"))
                .write(moment, like == null ? "" : like);
    }
}
