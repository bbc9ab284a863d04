package dev.headrace.rest.http;

/** A way to put credentials on requests. Immutable: one instance serves any number of runs. */
@FunctionalInterface
public interface Authenticator {

    /**
     * Begins a run. Sends nothing; tokens are fetched when the first request needs one.
     *
     * @param client sends token requests, and knows the run's clock and redactor
     */
    Credentials open(ApiClient client);

    /** No credentials at all. */
    static Authenticator none() {
        return client -> Credentials.none();
    }
}
