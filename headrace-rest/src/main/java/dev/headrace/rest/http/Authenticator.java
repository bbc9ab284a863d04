package dev.headrace.rest.http;

import java.util.Set;

/** A way to put credentials on requests. Immutable: one instance serves any number of runs. */
@FunctionalInterface
public interface Authenticator {

    /**
     * Begins a run. Sends nothing; tokens are fetched when the first request needs one.
     *
     * @param client sends token requests, and knows the run's clock and redactor
     */
    Credentials open(ApiClient client);

    /**
     * The names of the query parameters that it adds to every request. Where an API repeats them in a link, they need not be
     * kept with it.
     */
    default Set<String> parameters() {
        return Set.of();
    }

    /** No credentials at all. */
    static Authenticator none() {
        return client -> Credentials.none();
    }
}
