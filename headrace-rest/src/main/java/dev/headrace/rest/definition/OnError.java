package dev.headrace.rest.definition;

import dev.headrace.RequestFailedException;
import java.util.Locale;
import java.util.Set;

/** What becomes of a run when a request of a child fails for good. */
public enum OnError {
    /** The run fails. */
    FAIL,
    /** The parent's record is done without; the run goes on. */
    SKIP;

    /** They are about the credentials or the pace, which all requests have in common, and not about one record. */
    private static final Set<Integer> OF_ALL_REQUESTS = Set.of(401, 403, 407, 429);

    /** The name in configurations. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the run goes on after this failure. */
    public boolean skips(RequestFailedException failure) {
        Integer status = failure.request().status();
        return this == SKIP && (status == null || !OF_ALL_REQUESTS.contains(status));
    }
}
