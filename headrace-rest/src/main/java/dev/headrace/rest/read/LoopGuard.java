package dev.headrace.rest.read;

import dev.headrace.rest.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers the requests of a sequence: one that comes again would give the same page again, and so on without end. Keeps
 * eight bytes of a hash per request.
 */
final class LoopGuard {

    private final Set<Long> sent = new HashSet<>();
    private final MessageDigest digest = sha256();

    /** Whether the request is a new one; it is known from now on. */
    boolean isNew(HttpRequest request) {
        return sent.add(fingerprint(request));
    }

    private long fingerprint(HttpRequest request) {
        StringBuilder head = new StringBuilder(request.method());
        head.append(' ').append(request.wireUrl()).append('\n');
        request.headers()
                .forEach((name, value) ->
                        head.append(name).append(':').append(value).append('\n'));
        digest.update(head.toString().getBytes(StandardCharsets.UTF_8));
        byte[] body = request.body().bytes();
        return ByteBuffer.wrap(body == null ? digest.digest() : digest.digest(body))
                .getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
