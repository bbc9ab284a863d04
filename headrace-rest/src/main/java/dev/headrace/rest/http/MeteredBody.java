package dev.headrace.rest.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpConnectionMetrics;

/**
 * The body of an answer as it comes in, which ends with a failure when far more comes in than the largest body could need:
 * the framing of chunks can be made of anything, and what is decoded to nothing has no size. So it does when next to nothing
 * comes for a long time.
 */
final class MeteredBody extends FilterInputStream {

    /** A chunk of a single byte takes six. */
    private static final int FRAMING = 8;

    private final HttpConnectionMetrics wire;
    private final long limit;
    private final long before;
    private final long most;
    private final Pace pace;

    /** @param limit the largest body allowed, in bytes */
    MeteredBody(InputStream body, HttpConnectionMetrics wire, long limit, Pace pace) {
        super(body);
        this.wire = wire;
        this.limit = limit;
        this.before = wire.getReceivedBytesCount();
        this.most = limit * FRAMING + HeadLimits.LONGEST_LINE;
        this.pace = pace;
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        check();
        return super.read(target, offset, length);
    }

    private void check() throws IOException {
        long received = wire.getReceivedBytesCount() - before;
        if (received > most) {
            throw AnswerTooLargeException.onTheWire(limit, FRAMING);
        }
        pace.check(received);
    }
}
