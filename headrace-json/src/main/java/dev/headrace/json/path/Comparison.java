package dev.headrace.json.path;

import dev.headrace.json.JsonValue;
import java.util.OptionalInt;

/** How a filter compares a value with a constant. Where there is no order, only equality can hold. */
enum Comparison {
    EQUAL,
    UNEQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    boolean holds(JsonValue value, Literal literal) {
        OptionalInt order = literal.order(value);
        boolean equal = literal.isEqualTo(value);
        return switch (this) {
            case EQUAL -> equal;
            case UNEQUAL -> !equal;
            case LESS -> order.isPresent() && order.getAsInt() < 0;
            case LESS_OR_EQUAL -> equal || order.isPresent() && order.getAsInt() < 0;
            case GREATER -> order.isPresent() && order.getAsInt() > 0;
            case GREATER_OR_EQUAL -> equal || order.isPresent() && order.getAsInt() > 0;
        };
    }

    /** The comparison that a sign stands for. */
    static Comparison of(String sign) {
        return switch (sign) {
            case "=", "==" -> EQUAL;
            case "!=" -> UNEQUAL;
            case "<" -> LESS;
            case "<=" -> LESS_OR_EQUAL;
            case ">" -> GREATER;
            case ">=" -> GREATER_OR_EQUAL;
            default -> throw new IllegalArgumentException("No comparison is written " + sign);
        };
    }
}
