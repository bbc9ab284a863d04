package dev.headrace.rest.incremental;

import org.jspecify.annotations.Nullable;

/** Looks for signs that rows get lost: an order that is not the promised one, or texts that do not sort by time. */
final class OrderWatch {

    private static final int SECONDS_LENGTH = 19;
    private static final int TIME_AT = 10;

    private final String resource;
    private final Cursor cursor;
    private final @Nullable RowOrder order;
    private @Nullable CursorValue previous;
    private @Nullable String offset;

    OrderWatch(String resource, IncrementalDefinition definition) {
        this.resource = resource;
        this.cursor = definition.cursor();
        this.order = definition.order();
    }

    /** Takes a look at the value of the next row. */
    void see(CursorValue value, Warnings warnings) {
        CursorValue before = previous;
        if (order != null && before != null && before.isComparable(value)) {
            int step = value.compare(before);
            if (order == RowOrder.ASC ? step < 0 : step > 0) {
                warnings.tell(
                        Warnings.Kind.ORDER,
                        () -> "The rows of resource '" + resource + "' do not come in the order that row_order '"
                                + order.label() + "' promises: " + Cursor.shown(value.raw()) + " of the cursor '"
                                + cursor.path()
                                + "' comes after " + Cursor.shown(before.raw())
                                + ". Reading ends early by that order, so rows may be missed; leave row_order out.");
            }
        }
        if (cursor.format() == null && value.raw() instanceof String text) {
            seeText(text, warnings);
        }
        previous = value;
    }

    /** The value seen last; null when there was none. */
    @Nullable
    Object previous() {
        return previous == null ? null : previous.raw();
    }

    private void seeText(String text, Warnings warnings) {
        if (text.length() < SECONDS_LENGTH || text.charAt(TIME_AT) != 'T' && text.charAt(TIME_AT) != ' ') {
            return;
        }
        String own = offset(text);
        if (offset != null && !own.equals(offset) || sameSecondOtherLength(text)) {
            warnings.tell(
                    Warnings.Kind.NOTATION,
                    () -> "The cursor '" + cursor.path() + "' of resource '" + resource
                            + "' has timestamps in several notations, such as " + Cursor.shown(text)
                            + ": they are compared as texts, which is not their order in time, so rows may be missed. Set"
                            + " incremental.cursor_format: iso to compare them by time.");
        }
        offset = own;
    }

    private boolean sameSecondOtherLength(String text) {
        return previous != null
                && previous.raw() instanceof String before
                && before.length() != text.length()
                && before.regionMatches(0, text, 0, SECONDS_LENGTH);
    }

    private static String offset(String text) {
        int at = text.length() - 1;
        while (at >= SECONDS_LENGTH && "Z+-".indexOf(text.charAt(at)) < 0) {
            at--;
        }
        return at < SECONDS_LENGTH ? "" : text.substring(at);
    }
}
