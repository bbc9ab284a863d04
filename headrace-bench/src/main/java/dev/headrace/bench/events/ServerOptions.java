package dev.headrace.bench.events;

/**
 * How the server behaves.
 *
 * @param port where it listens on loopback; 0 for any free one
 * @param perPage records of a page unless a request asks for another number
 * @param preload keeps all pages of that size in memory, made before the first request
 * @param latencyMillis waits so long before each answer
 * @param failEvery answers each so manieth request with 503; 0 for none
 */
public record ServerOptions(int port, int perPage, boolean preload, long latencyMillis, long failEvery) {

    public ServerOptions {
        if (perPage < 1 || latencyMillis < 0 || failEvery < 0) {
            throw new IllegalArgumentException("the server cannot behave so: " + perPage + " per page, " + latencyMillis
                    + " ms, failing every " + failEvery);
        }
    }

    /** On any free port, with all pages in memory, without delays and failures. */
    public static ServerOptions plain(int perPage) {
        return new ServerOptions(0, perPage, true, 0, 0);
    }
}
