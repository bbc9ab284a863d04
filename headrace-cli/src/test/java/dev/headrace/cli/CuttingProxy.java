package dev.headrace.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a client and a PostgreSQL server and cuts the connection at a commit, once for each {@link #next}. */
final class CuttingProxy implements AutoCloseable {

    /** Where the connection is cut. */
    enum Cut {
        NOWHERE,
        /** The server never hears of the commit. */
        BEFORE_THE_COMMIT,
        /** The server has committed; the client does not hear of it. */
        BEFORE_THE_ANSWER,
        /** The same, and nobody can connect any more. */
        BEFORE_THE_ANSWER_FOR_LONG
    }

    private static final String COMMIT = "COMMIT\0";

    private final int server;
    private final ServerSocket socket;
    private final AtomicReference<Cut> cut = new AtomicReference<>(Cut.NOWHERE);
    private volatile boolean down;

    CuttingProxy(int server) throws IOException {
        this.server = server;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What happens to the next commit; connections are taken again. */
    void next(Cut value) {
        down = false;
        cut.set(value);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                if (down) {
                    client.close();
                } else {
                    new Link(client, new Socket(InetAddress.getLoopbackAddress(), server)).begin();
                }
            } catch (IOException e) {
                // The proxy is closed, or the server is.
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** One connection of a client, and its other half. */
    private final class Link {

        private final Socket client;
        private final Socket upstream;
        private volatile boolean cutAtAnswer;

        Link(Socket client, Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        void begin() {
            start(() -> pass(client, upstream, true));
            start(() -> pass(upstream, client, false));
        }

        private void pass(Socket from, Socket to, boolean toServer) {
            byte[] buffer = new byte[64 * 1024];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                int length = in.read(buffer);
                while (length >= 0 && isPassed(new String(buffer, 0, length, ISO_8859_1), toServer)) {
                    out.write(buffer, 0, length);
                    length = in.read(buffer);
                }
            } catch (IOException e) {
                // The other direction has ended.
            } finally {
                end();
            }
        }

        private boolean isPassed(String bytes, boolean toServer) {
            if (!bytes.contains(COMMIT)) {
                return true;
            }
            if (!toServer) {
                return !cutAtAnswer;
            }
            Cut now = cut.getAndSet(Cut.NOWHERE);
            cutAtAnswer = now == Cut.BEFORE_THE_ANSWER || now == Cut.BEFORE_THE_ANSWER_FOR_LONG;
            down = now == Cut.BEFORE_THE_ANSWER_FOR_LONG;
            return now != Cut.BEFORE_THE_COMMIT;
        }

        private void end() {
            try (client;
                    upstream) {
                cutAtAnswer = false;
            } catch (IOException e) {
                // Both are gone.
            }
        }
    }
}
