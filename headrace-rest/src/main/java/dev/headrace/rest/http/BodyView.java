package dev.headrace.rest.http;

import java.util.Optional;

/** What messages may show of the body of an answer. Immutable. */
@FunctionalInterface
public interface BodyView {

    /** The part of a text that may be shown, with known secrets still in it; empty when nothing of it may be. */
    Optional<String> of(String body);

    /** Everything. */
    static BodyView whole() {
        return Optional::of;
    }
}
