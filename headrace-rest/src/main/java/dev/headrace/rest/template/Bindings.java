package dev.headrace.rest.template;

import org.jspecify.annotations.Nullable;

/** Gives the values of placeholders, for one request sequence. */
@FunctionalInterface
public interface Bindings {

    /**
     * The value of a placeholder as plain Java: {@code String}, {@code Long}, {@code BigInteger}, {@code Double},
     * {@code Boolean}, {@code List}, {@code Map}, or null.
     *
     * @param expression the placeholder's expression, such as {@code resources.posts.id}
     * @throws dev.headrace.DataException when there is no such value
     */
    @Nullable
    Object value(String expression);

    /** For templates that are known to have no placeholder. */
    static Bindings none() {
        return expression -> {
            throw new IllegalStateException("no values for placeholders here, asked for '" + expression + "'");
        };
    }
}
