package dev.headrace.engine.quarantine;

/**
 * How much is in quarantine.
 *
 * @param rows records and failed requests together
 * @param requests how many of these are failed requests
 */
public record Taken(long rows, long requests) {

    static final Taken NOTHING = new Taken(0, 0);

    Taken plus(boolean isRequest) {
        return new Taken(rows + 1, requests + (isRequest ? 1 : 0));
    }

    Taken since(Taken earlier) {
        return new Taken(rows - earlier.rows, requests - earlier.requests);
    }
}
