package dev.headrace.rest.incremental;

import org.jspecify.annotations.Nullable;

/**
 * Finds values of a configuration that do not go together. Each part is looked at on its own, so that all of them can be
 * told at once; every method throws an {@link IllegalArgumentException} that says what is wrong, and which keys have to do
 * with it.
 */
public final class BoundsCheck {

    private final Cursor cursor;
    private final @Nullable Object initial;
    private final @Nullable Object end;

    public BoundsCheck(Cursor cursor, Bounds bounds) {
        this.cursor = cursor;
        this.initial = bounds.initial();
        this.end = bounds.end();
    }

    /** The value where reading begins. */
    public void checkInitial() {
        checkValue("initial_value", initial);
    }

    /** The value where it ends. */
    public void checkEnd() {
        checkValue("end_value", end);
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

    /** That the end comes behind the beginning; both must be values of the cursor. */
    public void checkRange() {
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

    /** That the lag can be subtracted from values like the initial one, which must be a value of the cursor. */
    public void checkLag(Lag lag) {
        if (initial != null && end == null) {
            lag.before(initial, initial, cursor);
        }
    }

    /** That it is known which moment a value stands for that {@code convert} is to write. */
    public void checkConversion() {
        requireMoment("convert");
    }

    /** That windows can be laid behind the initial value. */
    public void checkWindow() {
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
