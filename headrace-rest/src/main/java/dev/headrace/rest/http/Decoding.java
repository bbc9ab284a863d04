package dev.headrace.rest.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Undoes the content encodings that we ask for (RFC 9110, 8.4.1). */
final class Decoding {

    /** Decoding is much slower with the JDK's default of 512 bytes. */
    private static final int BUFFER = 64 * 1024;

    private static final int ZLIB_METHOD_MASK = 0x0f;
    private static final int ZLIB_DEFLATE = 8;

    private Decoding() {}

    static boolean isEncoded(String encoding) {
        return !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
    }

    /** Reads a whole encoded body; the stream is left open. */
    static void read(InputStream encoded, String encoding, BodyBuffer buffer) throws IOException {
        try {
            buffer.fill(decoded(encoded, encoding.strip().toLowerCase(Locale.ROOT)), -1);
            encoded.skipNBytes(encoded.available());
        } catch (StackOverflowError e) {
            // Java reads one part of a gzip inside the other until one has content.
            throw new UnreadableAnswerException(
                    "the body consists of thousands of empty parts of " + encoding, new ZipException(encoding));
        } catch (ZipException e) {
            throw new UnreadableAnswerException("the body is no valid " + encoding, e);
        }
    }

    private static InputStream decoded(InputStream encoded, String encoding) throws IOException {
        return switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(new Awaited(encoded), BUFFER);
            case "deflate" -> inflated(new BufferedInputStream(encoded, BUFFER));
            default ->
                throw new UnreadableAnswerException(
                        "the body is encoded as '" + encoding + "', which was not asked for",
                        new ZipException(encoding));
        };
    }

    /**
     * Bytes of which some are available as long as there are any to come: Java's decoder takes the gzip for complete
     * when none are available behind one of its parts, and they may be on their way.
     */
    private static final class Awaited extends BufferedInputStream {

        Awaited(InputStream stream) {
            super(stream, BUFFER);
        }

        @Override
        public synchronized int available() throws IOException {
            int known = super.available();
            if (known > 0) {
                return known;
            }
            mark(1);
            boolean ended = read() < 0;
            reset();
            return ended ? 0 : 1;
        }
    }

    /** Some servers send the bare stream under this name, without the zlib header. */
    private static InputStream inflated(BufferedInputStream encoded) throws IOException {
        encoded.mark(1);
        int first = encoded.read();
        encoded.reset();
        boolean bare = (first & ZLIB_METHOD_MASK) != ZLIB_DEFLATE;
        return new InflaterInputStream(encoded, new Inflater(bare), BUFFER);
    }
}
