package dev.headrace.rest.template;

import org.jspecify.annotations.Nullable;

/** A piece of a {@link Template}. */
public sealed interface Part {

    /** Text that stands for itself. */
    record Literal(String text) implements Part {}

    /**
     * A place for a value.
     *
     * @param expression what is between the brace and the first of {@code !}, {@code :} and the closing brace
     * @param conversion {@code r}, {@code s}, {@code a}; null when there is none
     * @param format null when there is none
     */
    record Placeholder(
            String expression,
            @Nullable Character conversion,
            @Nullable FormatSpec format) implements Part {

        /** Whether the value is inserted as it is, without conversion and format. */
        public boolean isPlain() {
            return conversion == null && format == null;
        }

        String text(@Nullable Object value) {
            if (value == null) {
                throw new NullPlaceholderException(expression);
            }
            Object converted = conversion == null ? value : converted(value, conversion);
            return format == null ? PlainText.of(converted) : format.apply(converted);
        }

        private static String converted(Object value, char conversion) {
            return conversion == 's' ? PlainText.of(value) : PlainText.literal(value);
        }

        @Override
        public String toString() {
            return "{" + expression + "}";
        }
    }
}
