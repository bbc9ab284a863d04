package dev.headrace.rest.read;

import dev.headrace.RequestFailedException;
import dev.headrace.rest.http.Origin;
import dev.headrace.rest.http.Unreachable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long there has been no answer from a server: requests in a row, for different records of a parent, each after all its
 * attempts. A few of them may be about their records; then it is the server that is gone.
 */
final class Silence {

    /** In a row that could not even be sent. */
    private static final int FEW = 3;

    /** In a row that brought no answer of the API: timeouts, broken connections, and what gateways say in its place. */
    private static final int MANY = 10;

    private static final Set<Integer> OF_GATEWAYS = Set.of(502, 503, 504);

    private final int atOnce;
    private @Nullable Origin server;
    private int unreached;
    private int unanswered;

    /** @param atOnce requests that may be under way at a time: these may all meet one short fault, and that is not lasting */
    Silence(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Takes note of an answer. */
    void end() {
        unreached = 0;
        unanswered = 0;
    }

    /** Takes note of a request that failed for good. */
    void hear(Origin from, RequestFailedException failure) {
        Integer status = failure.request().status();
        if (!from.equals(server) || (status != null && !OF_GATEWAYS.contains(status))) {
            end();
        }
        server = from;
        if (status == null || OF_GATEWAYS.contains(status)) {
            unanswered++;
            unreached = Unreachable.isCauseOf(failure) ? unreached + 1 : 0;
        }
    }

    boolean isLasting() {
        return unreached >= Math.max(FEW, atOnce + 1) || unanswered >= Math.max(MANY, atOnce + 1);
    }

    /** In requests. */
    int length() {
        return unanswered;
    }
}
