package dev.headrace.bench.events;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One client, until it goes away. Reads heads of requests; bodies are not expected. */
final class EventConnection implements Runnable {

    private static final int LARGEST_HEAD = 64 << 10;

    private final EventApi api;
    private final SocketChannel channel;
    private final PageWriter writer;
    private final ByteBuffer in = ByteBuffer.allocateDirect(LARGEST_HEAD).limit(0);

    EventConnection(EventApi api, SocketChannel channel, PageWriter writer) {
        this.api = api;
        this.channel = channel;
        this.writer = writer;
    }

    @Override
    public void run() {
        try (channel) {
            channel.socket().setTcpNoDelay(true);
            boolean open = true;
            while (open) {
                String head = readHead();
                open = head != null && answer(head);
            }
        } catch (IOException e) {
            // The client went away: nothing is left to tell anybody.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers, and tells whether the client goes on. */
    private boolean answer(String head) throws IOException, InterruptedException {
        int target = head.indexOf(' ') + 1;
        EventAnswer answer = api.answer(head.substring(target, head.indexOf(' ', target)), writer);
        ByteBuffer[] parts = {answer.head(), answer.body()};
        while (parts[0].hasRemaining() || parts[1].hasRemaining()) {
            channel.write(parts);
        }
        return !head.toLowerCase(Locale.ROOT).contains("\r\nconnection: close");
    }

    private @Nullable String readHead() throws IOException {
        int end = headEnd();
        while (end < 0) {
            in.compact();
            if (!in.hasRemaining() || channel.read(in) < 0) {
                return null;
            }
            in.flip();
            end = headEnd();
        }
        byte[] head = new byte[end - in.position()];
        in.get(head);
        return new String(head, ISO_8859_1);
    }

    /** The index just behind the blank line that ends a head, or -1. */
    private int headEnd() {
        for (int i = in.position(); i + 3 < in.limit(); i++) {
            if (in.get(i) == '\r' && in.get(i + 1) == '\n' && in.get(i + 2) == '\r' && in.get(i + 3) == '\n') {
                return i + 4;
            }
        }
        return -1;
    }
}
