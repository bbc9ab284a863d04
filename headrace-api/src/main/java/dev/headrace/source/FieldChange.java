package dev.headrace.source;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one field of a record.
 *
 * @param name its new name; empty: it keeps its own
 * @param value makes its new value; empty: it keeps its own
 * @param dropped whether the field goes; then there is neither of the others
 */
public record FieldChange(Optional<String> name, Optional<NewValue> value, boolean dropped) {

    /** Puts one value in the place of another. Used by one thread at a time. */
    @FunctionalInterface
    public interface NewValue {

        /**
         * The new value, to be used before the next one is made.
         *
         * @param value any JSON value, null included
         * @return null when there is none for this value, so that the record has to be
         *     {@linkplain RecordChanges#changed changed as a whole}
         */
        @Nullable
        JsonSlice of(JsonSlice value);
    }
}
