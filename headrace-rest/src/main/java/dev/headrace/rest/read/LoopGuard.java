package dev.headrace.rest.read;

import dev.headrace.rest.http.Body;
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

    /** Whether the request is a new one; it is known from now on. */
    boolean isNew(HttpRequest request) {
        return sent.add(fingerprint(request));
    }

    private static long fingerprint(HttpRequest request) {
        MessageDigest digest = sha256();
        digest.update((request.method() + " " + request.wireUrl() + "\n").getBytes(StandardCharsets.UTF_8));
        request.headers()
                .forEach((name, value) -> digest.update((name + ":" + value + "\n").getBytes(StandardCharsets.UTF_8)));
        Body body = request.body();
        byte[] bytes = body.bytes();
        return ByteBuffer.wrap(bytes == null ? digest.digest() : digest.digest(bytes))
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
