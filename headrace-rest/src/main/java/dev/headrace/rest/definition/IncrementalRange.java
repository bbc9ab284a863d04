package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.config.Settings;
import dev.headrace.rest.incremental.Bounds;
import dev.headrace.rest.incremental.BoundsCheck;
import dev.headrace.rest.incremental.Cursor;
import dev.headrace.rest.incremental.Lag;
import dev.headrace.rest.incremental.SchedulerInterval;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads between which values an {@code incremental} loads, and checks what depends on them; used once. */
final class IncrementalRange {

    private static final String INITIAL = "initial_value";
    private static final String END = "end_value";
    private static final String SCHEDULED = "allow_external_schedulers";
    private static final List<Kind> VALUES = List.of(Kind.TEXT, Kind.INTEGER, Kind.DECIMAL);
    private static final List<String> SIDES = List.of("closed", "open");

    private final ConfigNode node;
    private final Problems problems;
    private final Supplier<Cursor> cursor;
    private final Supplier<Boolean> startOpen;
    private final Supplier<Boolean> endClosed;
    /** What the configuration says of the start alone, whatever is wrong with the end. */
    private final Supplier<Bounds> start;

    private final Supplier<Bounds> values;

    /**
     * @param problems takes what is wrong; no part hides another one
     * @param cursor how values are compared
     * @param settings where the interval of an external scheduler is found
     */
    IncrementalRange(ConfigNode node, Problems problems, Supplier<Cursor> cursor, Settings settings) {
        this.node = node;
        this.problems = problems;
        this.cursor = cursor;
        Supplier<Optional<Object>> first = value(INITIAL, BoundsCheck::checkInitial);
        Supplier<Optional<Object>> last = value(END, BoundsCheck::checkEnd);
        this.startOpen = side("range_start", "open");
        this.endClosed = side("range_end", "closed");
        Supplier<Optional<SchedulerInterval>> interval = problems.part(() -> interval(settings));
        this.values = problems.part(() -> within(interval.get(), bounds(first.get(), last.get())));
        this.start = problems.part(() -> within(interval.get(), bounds(first.get(), Optional.empty())));
        check(END, values, BoundsCheck::checkRange);
    }

    /** The bounds of a run; there is none while a part of it has problems. */
    Bounds bounds() {
        Bounds read = values.get();
        return new Bounds(read.initial(), read.end(), startOpen.get(), endClosed.get());
    }

    Supplier<Lag> lag() {
        Supplier<Lag> lag = problems.part(this::readLag);
        check("lag", values, bounds -> bounds.checkLag(lag.get()));
        return lag;
    }

    void checkConversion() {
        check("convert", start, BoundsCheck::checkConversion);
    }

    void checkWindow() {
        check("window", start, BoundsCheck::checkWindow);
    }

    private void check(String key, Supplier<Bounds> bounds, Consumer<BoundsCheck> part) {
        problems.check(() -> placed(key, bounds.get(), part));
    }

    private void placed(String key, Bounds bounds, Consumer<BoundsCheck> part) {
        BoundsCheck check = new BoundsCheck(cursor.get(), bounds);
        try {
            part.accept(check);
        } catch (IllegalArgumentException e) {
            throw node.error(key, String.valueOf(e.getMessage()));
        }
    }

    private Supplier<Optional<Object>> value(String key, Consumer<BoundsCheck> part) {
        Supplier<Optional<Object>> written =
                problems.part(() -> node.present(key).map(IncrementalRange::scalar));
        return problems.part(() -> {
            Optional<Object> value = written.get();
            placed(key, bounds(value, value), part);
            return value;
        });
    }

    private static Object scalar(ConfigNode value) {
        Object scalar = value.value();
        if (scalar == null || !VALUES.contains(value.kind())) {
            throw value.error(
                    "expected a number or a text, found " + value.kind().description());
        }
        return scalar;
    }

    private static Bounds bounds(Optional<Object> first, Optional<Object> last) {
        return new Bounds(first.orElse(null), last.orElse(null), false, false);
    }

    private Supplier<Boolean> side(String key, String unusual) {
        return problems.part(() -> node.find(key)
                .filter(value -> Choices.text(value, SIDES).equals(unusual))
                .isPresent());
    }

    private Optional<SchedulerInterval> interval(Settings settings) {
        if (!node.bool(SCHEDULED, false)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SchedulerInterval.find(settings));
        } catch (IllegalArgumentException e) {
            throw node.error(SCHEDULED, String.valueOf(e.getMessage()));
        }
    }

    private Bounds within(Optional<SchedulerInterval> interval, Bounds configured) {
        try {
            return interval.isEmpty() ? configured : interval.get().within(configured, cursor.get());
        } catch (IllegalArgumentException e) {
            throw node.error(SCHEDULED, String.valueOf(e.getMessage()));
        }
    }

    private Lag readLag() {
        Optional<ConfigNode> lag = node.present("lag");
        if (lag.isEmpty()) {
            return Lag.none();
        }
        if (lag.get().kind() != Kind.INTEGER && lag.get().kind() != Kind.DECIMAL) {
            throw lag.get()
                    .error(
                            "expected a number (seconds for timestamps, days for dates, else units of the cursor), found "
                                    + lag.get().kind().description());
        }
        try {
            return new Lag(new BigDecimal(String.valueOf(lag.get().value())));
        } catch (NumberFormatException e) {
            throw lag.get().error("the lag is no finite number: " + lag.get().value());
        }
    }
}
