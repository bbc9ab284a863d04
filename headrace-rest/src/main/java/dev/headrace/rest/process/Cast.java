package dev.headrace.rest.process;

import dev.headrace.json.JsonBoolean;
import dev.headrace.json.JsonNumber;
import dev.headrace.json.JsonString;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types that {@code cast} knows, named like the data types of columns. */
public enum Cast {
    /** Any value; objects and lists become their JSON text. */
    TEXT {
        @Override
        @Nullable
        String of(JsonValue value) {
            return value instanceof JsonString ? value.source() : JsonText.write(value.source());
        }
    },
    /** Whole numbers, also as text, and truth values as 1 and 0. */
    BIGINT {
        @Override
        @Nullable
        String of(JsonValue value) {
            if (value instanceof JsonBoolean) {
                return value.source().equals("true") ? "1" : "0";
            }
            BigDecimal number = number(value);
            try {
                return number == null ? null : number.toBigIntegerExact().toString();
            } catch (ArithmeticException e) {
                return null;
            }
        }
    },
    /** Numbers, also as text. */
    DOUBLE {
        @Override
        @Nullable
        String of(JsonValue value) {
            BigDecimal number = number(value);
            return number == null ? null : JsonText.write(number.doubleValue());
        }
    },
    /** Truth values, the texts {@code true} and {@code false}, and the numbers 1 and 0, also as text. */
    BOOL {
        @Override
        @Nullable
        String of(JsonValue value) {
            return switch (plain(value).toLowerCase(Locale.ROOT)) {
                case "true", "1" -> "true";
                case "false", "0" -> "false";
                default -> null;
            };
        }
    };

    /** The JSON text of a value as this type; null when it does not fit. */
    @Nullable
    abstract String of(JsonValue value);

    /** The name in configurations, such as {@code bigint}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String plain(JsonValue value) {
        return value instanceof JsonString string ? string.text().strip() : value.source();
    }

    private static @Nullable BigDecimal number(JsonValue value) {
        if (!(value instanceof JsonNumber) && !(value instanceof JsonString)
                || plain(value).length() > 400) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(plain(value));
            return Math.abs((long) number.scale()) > 400 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
