package dev.headrace.rest.incremental;

import dev.headrace.config.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
        String variable = name.toUpperCase(java.util.Locale.ROOT);
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
     * The same for this interval, within the bounds that are configured.
     *
     * @throws IllegalArgumentException when it is not known how the cursor writes moments
     */
    public IncrementalDefinition applyTo(IncrementalDefinition definition) {
        Cursor cursor = definition.cursor();
        Bounds bounds = definition.bounds();
        boolean forward = cursor.direction() == Direction.MAX;
        Object first = written(forward ? start : end, definition);
        Object last = written(forward ? end : start, definition);
        Object initial = bounds.initial();
        Object configuredEnd = bounds.end();
        return definition.with(bounds.withValues(
                initial != null && cursor.isLater(initial, first) ? initial : first,
                configuredEnd != null && cursor.isLater(last, configuredEnd) ? configuredEnd : last));
    }

    /** Numbers without a format count seconds. */
    private static Object written(Instant moment, IncrementalDefinition definition) {
        Cursor cursor = definition.cursor();
        Object like = definition.bounds().initial();
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
