package dev.headrace.testkit.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One client connection: reads requests, writes answers as scripted, faults included. */
final class Connection {

    private static final int CHUNK = 7;
    private static final int MISSING_BYTES = 10;
    private static final int HALF_A_HEAD = 40;
    private static final Set<Answer.Delivery> KEPT_OPEN =
            Set.of(Answer.Delivery.WHOLE, Answer.Delivery.CHUNKED, Answer.Delivery.TOO_LONG, Answer.Delivery.TWICE);
    private static final long DROP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Serves one request; false when the connection is over. */
    boolean serveOne(Responder responder, Crowd crowd) throws IOException {
        String requestLine = readLine();
        if (requestLine.isEmpty()) {
            return false;
        }
        String[] words = requestLine.split(" ", 3);
        List<Header> headers = readHeaders();
        RecordedRequest request = new RecordedRequest(words[0], words[1], headers, readBody(headers));
        Answer answer = worked(request, responder, crowd);
        boolean more = write(answer, request.method().equals("HEAD"));
        responder.delivered(request);
        return more;
    }

    private static Answer worked(RecordedRequest request, Responder responder, Crowd crowd) throws IOException {
        Crowd.Guest guest = crowd.enter();
        try {
            Answer answer = responder.answer(request);
            crowd.awaitOthers(guest, answer.together());
            LockSupport.parkNanos(answer.delay().toNanos());
            return answer;
        } finally {
            crowd.leave(guest);
        }
    }

    private List<Header> readHeaders() throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private byte[] readBody(List<Header> headers) throws IOException {
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase("Content-Length")) {
                return in.readNBytes(Integer.parseInt(header.value()));
            }
            if (header.name().equalsIgnoreCase("Transfer-Encoding")) {
                return readChunks();
            }
        }
        return new byte[0];
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = readChunkSize(); size > 0; size = readChunkSize()) {
            body.write(in.readNBytes(size));
            readLine();
        }
        readLine();
        return body.toByteArray();
    }

    private int readChunkSize() throws IOException {
        return Integer.parseInt(readLine().split(";", 2)[0].strip(), 16);
    }

    /** A line without its end; empty at the end of the stream as well. */
    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private boolean write(Answer answer, boolean headOnly) throws IOException {
        byte[] body = headOnly ? new byte[0] : answer.body();
        switch (answer.delivery()) {
            case WHOLE -> send(answer, "Content-Length: " + body.length, body);
            case CHUNKED -> send(answer, "Transfer-Encoding: chunked", chunks(body, true));
            case BROKEN_CHUNK -> send(answer, "Transfer-Encoding: chunked", chunks(body, false));
            case ENDLESS -> repeat(answer, body);
            case TOO_SHORT -> send(answer, "Content-Length: " + (body.length + MISSING_BYTES), body);
            case STALLED -> stall(answer, body);
            case DRIPPING -> drip(answer, body);
            case TOO_LONG -> send(answer, "Content-Length: " + Math.max(0, body.length - MISSING_BYTES), body);
            case CUT -> send(answer, "Connection: close", Arrays.copyOf(body, body.length / 2));
            case RESET -> reset();
            case RESET_IN_HEADERS -> {
                out.write(Arrays.copyOf(head(answer, "Content-Length: 1"), HALF_A_HEAD));
                reset();
            }
            case RESET_IN_BODY -> {
                send(answer, "Content-Length: " + body.length, Arrays.copyOf(body, body.length / 2));
                reset();
            }
            case SILENT -> awaitTheClient();
            case GARBAGE -> {
                out.write("HTTP/1.1 fine, thank you\r\n".getBytes(StandardCharsets.US_ASCII));
                send(answer, "Content-Length: " + body.length, body);
            }
            case TWICE -> sendTwice(answer, body);
        }
        return KEPT_OPEN.contains(answer.delivery());
    }

    /** Closing after this resets the connection. */
    private void reset() throws IOException {
        out.flush();
        socket.setSoLinger(true, 0);
    }

    private void send(Answer answer, String framing, byte[] body) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(head(answer, framing));
        message.write(body);
        out.write(message.toByteArray());
        out.flush();
    }

    /** In one go, as it is when the second one is there before the next request. */
    private void sendTwice(Answer answer, byte[] body) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int copy = 0; copy < 2; copy++) {
            message.write(head(answer, "Content-Length: " + body.length));
            message.write(body);
        }
        out.write(message.toByteArray());
        out.flush();
    }

    private static byte[] head(Answer answer, String framing) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" Scripted\r\n");
        answer.headers()
                .forEach(h ->
                        head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        if (answer.status() != 204 && answer.status() != 304) {
            head.append(framing).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void stall(Answer answer, byte[] body) throws IOException {
        send(answer, "Content-Length: " + body.length, Arrays.copyOf(body, body.length / 2));
        awaitTheClient();
    }

    /** Says nothing more until the client gives up. */
    private void awaitTheClient() throws IOException {
        socket.setSoTimeout((int) TimeUnit.MINUTES.toMillis(5));
        if (in.read() < 0) {
            throw new EOFException("the client gave up, as it should");
        }
    }

    private void drip(Answer answer, byte[] body) throws IOException {
        send(answer, "Content-Length: " + body.length, new byte[0]);
        for (byte drop : body) {
            out.write(drop);
            out.flush();
            LockSupport.parkNanos(DROP_NANOS);
        }
    }

    private void repeat(Answer answer, byte[] body) throws IOException {
        send(answer, "Transfer-Encoding: chunked", new byte[0]);
        while (!socket.isClosed()) {
            out.write((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static byte[] chunks(byte[] body, boolean complete) throws IOException {
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; at += CHUNK) {
            int size = Math.min(CHUNK, body.length - at);
            framed.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            framed.write(body, at, size);
            framed.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        String end = complete ? "0\r\n\r\n" : "FF\r\n{";
        framed.write(end.getBytes(StandardCharsets.US_ASCII));
        return framed.toByteArray();
    }
}
