package dev.headrace.rest.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.Redactor;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.position.Digest;

/**
 * What requests for the same thing share: a digest of all their parts but secrets, which may be others the next time, and
 * could be guessed from it.
 */
final class Fingerprint {

    private Fingerprint() {}

    /** 64 hexadecimal digits. */
    static String of(HttpRequest request, Redactor redactor) {
        StringBuilder parts = new StringBuilder(request.resource());
        parts.append('\n').append(request.method()).append('\n').append(request.wireUrl());
        request.headers()
                .forEach((name, value) ->
                        parts.append('\n').append(name).append(':').append(value));
        byte[] body = request.body().bytes();
        if (body != null) {
            parts.append("\n\n").append(new String(body, UTF_8));
        }
        return Digest.of(redactor.redact(parts.toString()));
    }
}
