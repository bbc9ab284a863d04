package dev.headrace.testkit.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the API answers, faults included. Immutable.
 *
 * @param delay how long the server waits before it sends the first byte
 * @param delivery how the body reaches the client
 * @param together held back until so many requests are being worked on at the same time, at least once; 1 for no waiting
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Answer(int status, List<Header> headers, byte[] body, Duration delay, Delivery delivery, int together) {

    /** How a body is delivered. */
    public enum Delivery {
        /** With its right length. */
        WHOLE,
        /** In chunks of a few bytes. */
        CHUNKED,
        /** In chunks, the connection ends in the middle of one. */
        BROKEN_CHUNK,
        /** The first half; then nothing, until the client gives up or the server is closed. */
        STALLED,
        /** One byte after another, a few in a second, until the client gives up or the server is closed. */
        DRIPPING,
        /** Again and again without end, in chunks, until the client gives up or the server is closed. */
        ENDLESS,
        /** The announced length is ten bytes more than what comes before the connection ends. */
        TOO_SHORT,
        /** The announced length is ten bytes less than what comes; the connection stays open. */
        TOO_LONG,
        /** No length is announced, and the connection ends in the middle of the body, as if that were its end. */
        CUT,
        /** Not even a status: the connection is reset. */
        RESET,
        /** The connection is reset in the middle of the headers. */
        RESET_IN_HEADERS,
        /** The connection is reset in the middle of the body. */
        RESET_IN_BODY,
        /** Not a byte, until the client gives up or the server is closed. */
        SILENT,
        /** A status line that is none, then the rest as usual. */
        GARBAGE,
        /** Twice, one after the other, though it was asked for once; the connection stays open. */
        TWICE
    }

    public Answer {
        headers = List.copyOf(headers);
    }

    /** Status 200 with a JSON body. */
    public static Answer json(String json) {
        return status(200).body(json).header("Content-Type", "application/json");
    }

    /** A status without a body. */
    public static Answer status(int status) {
        return new Answer(status, List.of(), new byte[0], Duration.ZERO, Delivery.WHOLE, 1);
    }

    /** A redirect with status 302. */
    public static Answer redirect(String location) {
        return status(302).header("Location", location);
    }

    /** The connection is reset without an answer. */
    public static Answer reset() {
        return status(0).delivered(Delivery.RESET);
    }

    public Answer withStatus(int value) {
        return new Answer(value, headers, body, delay, delivery, together);
    }

    public Answer body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    public Answer body(byte[] bytes) {
        return new Answer(status, headers, bytes, delay, delivery, together);
    }

    public Answer header(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.removeIf(h -> h.name().equalsIgnoreCase(name));
        more.add(new Header(name, value));
        return new Answer(status, more, body, delay, delivery, together);
    }

    public Answer after(Duration value) {
        return new Answer(status, headers, body, value, delivery, together);
    }

    public Answer delivered(Delivery value) {
        return new Answer(status, headers, body, delay, value, together);
    }

    /** The same, held back until {@code requests} of them are being worked on at the same time. */
    public Answer together(int requests) {
        return new Answer(status, headers, body, delay, delivery, requests);
    }
}
