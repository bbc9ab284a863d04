package dev.headrace.testkit.api;

import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The connections that are being served. Safe for any number of threads. */
final class OpenConnections {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Set<Socket> open = new HashSet<>();
    private int newestClient;

    synchronized void add(Socket socket) {
        open.add(socket);
        newestClient = socket.getPort();
        notifyAll();
    }

    synchronized void remove(Socket socket) {
        open.remove(socket);
        notifyAll();
    }

    /**
     * Waits until the newest connection is that of a client, and it and all before it have ended.
     *
     * @param client its port
     */
    synchronized void awaitEndWith(int client) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (newestClient != client || !open.isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new IllegalStateException(open.size() + " connections don't end");
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    synchronized void closeAll() {
        open.forEach(FakeApi::closeQuietly);
    }
}
