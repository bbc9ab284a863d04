package dev.headrace.json.path;

import dev.headrace.json.JsonBoolean;
import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonNumber;
import dev.headrace.json.JsonString;
import dev.headrace.json.JsonValue;
import java.util.OptionalInt;

/** A constant that a filter compares values with. */
sealed interface Literal {
    /** Whether a value is the same, nothing being converted. */
    boolean isEqualTo(JsonValue value);

    /** The order of the value relative to this constant, as {@code compare} tells it; empty if there is none. */
    default OptionalInt order(JsonValue value) {
        return OptionalInt.empty();
    }

    /** A text. */
    record Text(String text) implements Literal {
        @Override
        public boolean isEqualTo(JsonValue value) {
            return value instanceof JsonString string && string.text().equals(text);
        }

        @Override
        public OptionalInt order(JsonValue value) {
            return value instanceof JsonString string
                    ? OptionalInt.of(string.text().compareTo(text))
                    : OptionalInt.empty();
        }
    }

    /** A number without a fraction. */
    record Whole(long number) implements Literal {
        @Override
        public boolean isEqualTo(JsonValue value) {
            OptionalInt order = order(value);
            return order.isPresent() && order.getAsInt() == 0;
        }

        @Override
        public OptionalInt order(JsonValue value) {
            if (!(value instanceof JsonNumber other)) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(
                    other.fitsLong()
                            ? Long.compare(other.longValue(), number)
                            : Double.compare(other.doubleValue(), number));
        }
    }

    /** A number with a fraction. */
    record Fraction(double number) implements Literal {
        @Override
        public boolean isEqualTo(JsonValue value) {
            return value instanceof JsonNumber other && other.doubleValue() == number;
        }

        @Override
        public OptionalInt order(JsonValue value) {
            return value instanceof JsonNumber other
                    ? OptionalInt.of(Double.compare(other.doubleValue(), number))
                    : OptionalInt.empty();
        }
    }

    /** {@code true} or {@code false}. */
    record Truth(boolean truth) implements Literal {
        @Override
        public boolean isEqualTo(JsonValue value) {
            return value instanceof JsonBoolean other && other.value() == truth;
        }
    }

    /** {@code null}. */
    record Nothing() implements Literal {
        @Override
        public boolean isEqualTo(JsonValue value) {
            return value instanceof JsonNull;
        }
    }
}
