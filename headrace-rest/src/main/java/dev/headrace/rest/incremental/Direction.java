package dev.headrace.rest.incremental;

import java.util.Locale;

/** Which of two cursor values is the later one. */
public enum Direction {
    /** The greater one; the usual case. */
    MAX(1),
    /** The smaller one: reading goes back in time. */
    MIN(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** The name in configurations. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A comparison as {@link Comparable#compareTo} gives it, seen in this direction. */
    int seen(int comparison) {
        return sign * comparison;
    }
}
