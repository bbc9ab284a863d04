package dev.headrace.bench.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Serves a set of events over HTTP on loopback, a thread for each connection. {@code GET /events?page=N&per_page=M} or
 * {@code ?cursor=C} answers pages with {@code data}, {@code page}, {@code per_page}, {@code total_pages}, {@code total},
 * {@code has_more}, {@code next_cursor} and a {@code Link} header; {@code ?offset=N&limit=M} answers {@code data} and
 * {@code total}; {@code /v1/events} is the same; {@code /events/ID/notes} answers one note, whatever the id. {@code GET /stats} answers counters. Written for little CPU per page: the
 * server of the JDK would be the largest consumer of a benchmark.
 */
public final class EventServer implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final EventSet events;
    private final EventApi api;
    private final ServerSocketChannel listener;

    private EventServer(EventSet events, EventApi api, ServerSocketChannel listener) {
        this.events = events;
        this.api = api;
        this.listener = listener;
    }

    /** Makes the pages that are to be kept, then listens. */
    public static EventServer start(EventSet events, ServerOptions options) throws IOException {
        EventApi api = new EventApi(events, options);
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), BACKLOG);
        EventServer server = new EventServer(events, api, listener);
        daemon(server::accept, "events-accept");
        return server;
    }

    /** Scheme, host and port, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + listener.socket().getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel channel = listener.accept();
                daemon(new EventConnection(api, channel, new PageWriter(events)), "events-connection");
            }
        } catch (ClosedChannelException e) {
            // Closing the server is how it ends.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes no more connections; those that are open end with their clients or with the process. */
    @Override
    public void close() throws IOException {
        listener.close();
    }
}
