package dev.headrace.bench.events;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/** A head and a body, ready to be sent. */
record EventAnswer(ByteBuffer head, ByteBuffer body) {

    static EventAnswer of(String status, String headers, ByteBuffer body) {
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.remaining()
                + "\r\n" + headers + "\r\n";
        return new EventAnswer(ByteBuffer.wrap(head.getBytes(US_ASCII)), body);
    }

    static EventAnswer empty(String status, String headers) {
        return of(status, headers, ByteBuffer.allocate(0));
    }
}
