package dev.headrace.rest.http;

import dev.headrace.source.ReadContext;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of one resource share.
 *
 * @param resource null for requests that serve several
 * @param purpose what they are for, to follow "Cannot": "read resource 'events'"
 * @param gate lets each attempt pass
 * @param view what messages may show of an answer
 */
record Exchange(
        @Nullable String resource,
        String purpose,
        Transport transport,
        Limits limits,
        Gate gate,
        ReadContext context,
        BodyBuffers buffers,
        BodyView view) {

    RetryPolicy policy() {
        return limits.retry();
    }

    Waits waits() {
        return new Waits(context, resource);
    }

    Redaction redaction() {
        return new Redaction(context.redactor());
    }
}
