package dev.headrace.testkit.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A scripted API on loopback, with an exact log of the requests it saw. It speaks HTTP/1.1 with keep-alive over plain
 * sockets, so that it can also break the rules: stall, reset, lie about lengths. Safe for any number of clients.
 *
 * <pre>{@code
 * try (FakeApi api = FakeApi.start()) {
 *     api.on("/things", Answer.status(503), Answer.json("[{\"id\": 1}]"));
 *     // ... read api.url() + "/things"
 *     assertThat(api.requests()).hasSize(2);
 * }
 * }</pre>
 */
public final class FakeApi implements AutoCloseable {

    private final ServerSocket server;
    private final Crowd crowd = new Crowd();
    private final OpenConnections open = new OpenConnections();
    private final List<RecordedRequest> seen = new ArrayList<>();
    private final Map<String, List<Answer>> scripts = new LinkedHashMap<>();
    private Responder otherwise =
            request -> Answer.json("{\"error\": \"no route\"}").withStatus(404);

    private final Responder served = new Responder() {
        @Override
        public Answer answer(RecordedRequest request) {
            return FakeApi.this.answer(request);
        }

        @Override
        public void delivered(RecordedRequest request) {
            unscripted().delivered(request);
        }
    };

    private FakeApi(ServerSocket server) {
        this.server = server;
    }

    /** Starts on a free port of 127.0.0.1. */
    public static FakeApi start() {
        try {
            FakeApi api = new FakeApi(new ServerSocket(0, 64, InetAddress.getByName("127.0.0.1")));
            daemon("fake-api", api::acceptAll);
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root of the API, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** The same server under another host name: another origin for the client. */
    public String otherUrl() {
        return "http://localhost:" + server.getLocalPort();
    }

    /** Scripts the answers of a path, whatever the query: one after another, the last one again and again. */
    public synchronized FakeApi on(String path, Answer... answers) {
        scripts.put(path, List.of(answers));
        return this;
    }

    /** Answers whatever no script answers; a 404 until this is set. */
    public synchronized FakeApi otherwise(Responder responder) {
        otherwise = responder;
        return this;
    }

    /** All requests so far, in the order in which they arrived. */
    public synchronized List<RecordedRequest> requests() {
        return List.copyOf(seen);
    }

    /** The requests for one path. */
    public synchronized List<RecordedRequest> requests(String path) {
        return seen.stream().filter(r -> r.path().equals(path)).toList();
    }

    /** The largest number of requests that were being worked on at the same time. */
    public int mostAtOnce() {
        return crowd.most();
    }

    /** Forgets the requests and the scripts. */
    public synchronized void reset() {
        seen.clear();
        scripts.clear();
    }

    /**
     * Waits until all clients so far have gone, and what they had sent has been received; for programs that were killed. A
     * client that stays would be waited for.
     *
     * @throws IllegalStateException when one stays for minutes
     */
    public void awaitDepartures() throws InterruptedException {
        int last;
        // Connections are accepted in order: once this one is, all earlier ones are.
        try (Socket probe = new Socket(server.getInetAddress(), server.getLocalPort())) {
            last = probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.awaitEndWith(last);
    }

    @Override
    public void close() {
        closeQuietly(server);
        open.closeAll();
    }

    /** Records the request and decides its answer; one at a time, so that scripts are used up in order of arrival. */
    synchronized Answer answer(RecordedRequest request) {
        seen.add(request);
        List<Answer> script = scripts.get(request.path());
        if (script == null) {
            return otherwise.answer(request);
        }
        int turn = requests(request.path()).size();
        return script.get(Math.min(turn, script.size()) - 1);
    }

    private synchronized Responder unscripted() {
        return otherwise;
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                daemon("fake-api-connection", () -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            Connection connection = new Connection(socket);
            while (connection.serveOne(served, crowd)) {
                // the client may send the next request
            }
        } catch (IOException e) {
            // the client went away, or a fault was asked for
        } finally {
            open.remove(socket);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // nothing can be done about a socket that does not close
        }
    }
}
