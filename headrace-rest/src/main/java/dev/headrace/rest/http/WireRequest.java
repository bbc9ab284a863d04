package dev.headrace.rest.http;

import org.jspecify.annotations.Nullable;

/**
 * A request with everything that is sent, credentials included. Never shown.
 *
 * @param url absolute and percent-encoded
 * @param headers all of them but {@code Host} and {@code Content-Length}
 * @param body null when there is none
 * @param timeouts null for those of the transport
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read once
public record WireRequest(
        String method,
        String url,
        Headers headers,
        byte @Nullable [] body,
        @Nullable Timeouts timeouts) {

    /** A request with the timeouts of the transport. */
    public WireRequest(String method, String url, Headers headers, byte @Nullable [] body) {
        this(method, url, headers, body, null);
    }

    /** Method only: all the rest may hold secrets. */
    @Override
    public String toString() {
        return method;
    }
}
