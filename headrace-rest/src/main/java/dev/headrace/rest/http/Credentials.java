package dev.headrace.rest.http;

/**
 * What an {@link Authenticator} holds during one run, such as the token it was given. Shared by all resources of a client,
 * safe for any number of threads.
 */
@FunctionalInterface
public interface Credentials {

    /**
     * The request with the credentials on it. Called before every attempt, and only for URLs that the credentials belong to.
     *
     * @throws dev.headrace.SourceException of kind {@code AUTH} when there are no usable credentials
     */
    HttpRequest apply(HttpRequest request);

    /**
     * A server refused these credentials with 401. Called at most once for a request, and never for answers of others than
     * those the credentials belong to.
     *
     * @param refused the request as {@link #apply} gave it
     * @return whether {@link #apply} has better ones now, so that another attempt makes sense
     */
    default boolean renew(HttpRequest refused) {
        return false;
    }

    /** Changes nothing. */
    static Credentials none() {
        return request -> request;
    }
}
