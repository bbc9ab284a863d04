package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that answer as no API does; each answer goes on for as long as somebody reads it. */
@Timeout(180)
class HostileAnswersTest {

    private static final int SMALL = 64 << 10;
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n";

    private final ServerSocket server = open();
    private final Transport transport = new ApacheTransport(Duration.ofSeconds(20), Proxies.of(Map.of()));

    @AfterEach
    void close() throws IOException {
        transport.close();
        server.close();
    }

    @Test
    void givesUpInterimAnswersWithoutEnd() {
        endless("", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
        refuses("more than 100 interim answers (status 103)");
    }

    @Test
    void readsTheAnswerBehindInterimOnes() throws IOException {
        answer("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(50) + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]");
        assertThat(send().text()).isEqualTo("[]");
    }

    @Test
    void givesUpHeadersWithoutEnd() {
        endless("HTTP/1.1 200 OK\r\n", "X-More: more\r\n");
        refuses("more than 1000 headers");
    }

    @Test
    void givesUpAHeaderWithoutEnd() {
        endless("HTTP/1.1 200 OK\r\nX-More: ", "more");
        refuses("a line longer than 64 KB");
    }

    @Test
    void givesUpAFoldedHeaderWithoutEnd() {
        endless("HTTP/1.1 200 OK\r\nX-More: a\r\n", " more\r\n");
        refuses("a line longer than 64 KB");
    }

    @Test
    void givesUpAStatusWithoutEnd() {
        endless("", "more");
        refuses("a line longer than 64 KB");
    }

    @Test
    void givesUpWhatIsNoHttp() {
        endless("", "more\r\n");
        assertThatThrownBy(this::send).isInstanceOf(IOException.class).hasMessageContaining("Invalid protocol version");
    }

    @Test
    void readsManyAndLongHeaders() throws IOException {
        answer("HTTP/1.1 200 OK\r\n" + "X-More: more\r\n".repeat(900) + "Link: <" + "x".repeat(60_000)
                + ">\r\nContent-Length: 2\r\n\r\n[]");
        assertThat(send().headers().find("Link").orElseThrow()).hasSize(60_002);
    }

    @Test
    void givesUpAChunkAnnouncedWithoutEnd() {
        endless(CHUNKED + "\r\n5;", "more");
        refuses("a line longer than 64 KB");
    }

    @Test
    void givesUpChunksThatAreMostlyAnnouncement() {
        endless(CHUNKED + "\r\n", "1;" + "x".repeat(5000) + "\r\n \r\n");
        refuses("more than 8 times 64 KB were received");
    }

    @Test
    void givesUpTrailersWithoutEnd() {
        endless(CHUNKED + "\r\n2\r\n[]\r\n0\r\n", "X-More: more\r\n");
        refuses("more than 1000 headers");
    }

    @Test
    void givesUpPartsOfAGzipThatHoldNothing() throws IOException {
        ByteArrayOutputStream empty = new ByteArrayOutputStream();
        new GZIPOutputStream(empty).close();
        String part = empty.toString(StandardCharsets.ISO_8859_1);
        String parts = part.repeat(100);
        endless(
                CHUNKED + "Content-Encoding: gzip\r\n\r\n",
                Integer.toHexString(parts.length()) + "\r\n" + parts + "\r\n");
        assertThatThrownBy(this::send)
                .isInstanceOfAny(AnswerTooLargeException.class, UnreadableAnswerException.class)
                .hasMessageFindingMatch("next to nothing else|empty parts");
    }

    @Test
    void readsAllPartsOfAGzipHoweverTheyArrive() throws IOException {
        byte[] first = gzip("[1,");
        byte[] second = gzip("2]");
        serve(out -> {
            out.write((CHUNKED + "Content-Encoding: gzip\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            writeChunk(out, first);
            // Only a client that waits for more sends nothing meanwhile, so nothing tells when it has begun to.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
            writeChunk(out, second);
            out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        });
        assertThat(send().text()).isEqualTo("[1,2]");
    }

    @Test
    void summarisesAPageMadeToHoldItUp() {
        assertThat(HtmlPage.summary("<html>" + "<".repeat(5_000_000))).isPresent();
        assertThat(HtmlPage.summary("<html>" + "<script>".repeat(500_000))).isPresent();
        assertThat(HtmlPage.summary("<html>" + "<!--".repeat(500_000))).isPresent();
        assertThat(HtmlPage.summary("<html>" + "<title ".repeat(500_000))).isPresent();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.toByteArray();
    }

    private static void writeChunk(OutputStream out, byte[] part) throws IOException {
        out.write((Integer.toHexString(part.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(part);
        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void refuses(String message) {
        assertThatThrownBy(this::send)
                .isInstanceOf(AnswerTooLargeException.class)
                .hasMessageContaining(message);
    }

    private HttpResponse send() throws IOException {
        String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
        return transport.send(new WireRequest("GET", url, Headers.none(), null, null), new BodyBuffer(SMALL));
    }

    private void endless(String beginning, String more) {
        serve(out -> {
            out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            byte[] block = more.repeat(1 + SMALL / more.length()).getBytes(StandardCharsets.ISO_8859_1);
            while (!server.isClosed()) {
                out.write(block);
            }
        });
    }

    private void answer(String whole) {
        serve(out -> out.write(whole.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void serve(Talk talk) {
        Thread thread = new Thread(
                () -> {
                    try (Socket client = server.accept()) {
                        client.getInputStream().read(new byte[SMALL]);
                        talk.to(client.getOutputStream());
                        client.shutdownOutput();
                        client.getInputStream().read();
                    } catch (IOException e) {
                        // The client has had enough.
                    }
                },
                "hostile-server");
        thread.setDaemon(true);
        thread.start();
    }

    @FunctionalInterface
    private interface Talk {
        void to(OutputStream client) throws IOException;
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
