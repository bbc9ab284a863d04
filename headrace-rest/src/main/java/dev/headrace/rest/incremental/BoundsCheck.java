package dev.headrace.rest.incremental;

import org.jspecify.annotations.Nullable;

/** Finds values of a configuration that do not go together. */
final class BoundsCheck {

    private final IncrementalDefinition definition;
    private final Cursor cursor;
    private final @Nullable Object initial;
    private final @Nullable Object end;

    BoundsCheck(IncrementalDefinition definition) {
        this.definition = definition;
        this.cursor = definition.cursor();
        this.initial = definition.bounds().initial();
        this.end = definition.bounds().end();
    }

    /** @throws IllegalArgumentException with the first problem */
    void check() {
        checkValue("initial_value", initial);
        checkValue("end_value", end);
        checkRange();
        if (initial != null && end == null) {
            definition.lag().before(initial, initial, cursor);
        }
        if (definition.conversion() != null && initial != null) {
            requireMoment("convert");
        }
        if (definition.window() != null) {
            checkWindow();
        }
    }

    private void checkValue(String key, @Nullable Object value) {
        if (value != null) {
            try {
                cursor.value(value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("cannot use '" + key + "': " + e.getMessage(), e);
            }
        }
    }

    private void checkRange() {
        if (end == null) {
            return;
        }
        if (initial == null) {
            throw new IllegalArgumentException(
                    "'end_value' needs an 'initial_value', where the range begins; add one, or leave 'end_value' out");
        }
        if (cursor.isLater(initial, end)) {
            throw new IllegalArgumentException("'end_value', " + Cursor.shown(end) + ", comes before 'initial_value', "
                    + Cursor.shown(initial) + "; with last_value_func "
                    + cursor.direction().label() + " it must come after it");
        }
    }

    private void checkWindow() {
        if (cursor.direction() == Direction.MIN) {
            throw new IllegalArgumentException(
                    "'window' goes forward in time, but last_value_func 'min' goes back; leave one of them out");
        }
        if (initial == null) {
            throw new IllegalArgumentException("'window' needs an 'initial_value', where the first one begins");
        }
        requireMoment("window");
    }

    private void requireMoment(String key) {
        if (initial != null && cursor.moment(initial).isEmpty()) {
            throw new IllegalArgumentException("'" + key + "' needs to know which moment 'initial_value', "
                    + Cursor.shown(initial) + ", stands for; set 'cursor_format'");
        }
    }
}
