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

    /** Changes nothing. */
    static Credentials none() {
        return request -> request;
    }
}
