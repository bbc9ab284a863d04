package dev.headrace.rest.http;

import org.jspecify.annotations.Nullable;

/** What a {@link ResponseRule} makes of an answer. */
public sealed interface Verdict {

    /** The rule has nothing to say: the status decides. */
    record Pass() implements Verdict {}

    /** There is nothing to read here or behind it; no failure, whatever the status. */
    record Ignore() implements Verdict {}

    /**
     * The last page: its records count, further ones are not asked for. An answer that brings no records, because its
     * status is 300 or more, is ignored.
     */
    record Stop() implements Verdict {}

    /**
     * The request is tried again as after a fault of the server, whatever its method and the answer's status.
     *
     * @param message what it means, for the error that ends the last attempt
     * @param rule what says so, as it may be found in the configuration; null when that is no matter of the configuration
     */
    record Retry(@Nullable String message, @Nullable String rule) implements Verdict {}

    /**
     * The request has failed for good, whatever the status.
     *
     * @param message what it means
     * @param rule what says so, as it may be found in the configuration; null when that is no matter of the configuration
     */
    record Fail(@Nullable String message, @Nullable String rule) implements Verdict {}
}
