package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.Answer.Delivery;
import dev.headrace.testkit.api.FakeApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApacheTransportTest {

    private static final String TEXT = "{\"data\": \"" + "0123456789".repeat(20_000) + "\"}";

    private final FakeApi api = FakeApi.start();
    private final Transport transport = new ApacheTransport(Duration.ofSeconds(20), Proxies.of(Map.of()));
    private final BodyBuffer buffer = new BodyBuffer();

    @AfterEach
    void close() {
        transport.close();
        api.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"WHOLE", "CHUNKED"})
    void readsTheWholeBody(Delivery delivery) throws IOException {
        api.on("/x", Answer.json(TEXT).delivered(delivery));
        HttpResponse response = get("/x");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo(TEXT);
        assertThat(response.headers().find("content-type")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
    void decodesGzip(String name) throws IOException {
        api.on("/x", Answer.json("").body(gzip(TEXT)).header("Content-Encoding", name));
        assertThat(get("/x").text()).isEqualTo(TEXT);
        assertThat(get("/x").text()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void decodesDeflateWithAndWithoutHeader(boolean bare) throws IOException {
        api.on("/x", Answer.json("").body(deflate(TEXT, bare)).header("Content-Encoding", "deflate"));
        assertThat(get("/x").text()).isEqualTo(TEXT);
    }

    @Test
    void refusesABodyThatIsNotEncodedAsItSays() {
        api.on("/x", Answer.json("{}").header("Content-Encoding", "gzip"));
        assertThatThrownBy(() -> get("/x"))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("gzip");
    }

    @Test
    void refusesAnEncodingThatNobodyAskedFor() {
        api.on("/x", Answer.json("{}").header("Content-Encoding", "br"));
        assertThatThrownBy(() -> get("/x"))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("'br'");
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN_CHUNK", "TOO_SHORT", "RESET"})
    void failsWhenTheAnswerIsNotComplete(Delivery delivery) {
        api.on("/x", Answer.json(TEXT).delivered(delivery));
        assertThatThrownBy(() -> get("/x")).isInstanceOf(IOException.class);
    }

    @Test
    void doesNotWaitForeverForAStalledBody() {
        api.on("/x", Answer.json(TEXT).delivered(Delivery.STALLED));
        timesOut();
    }

    @Test
    void doesNotWaitForeverForAnAnswer() {
        api.on("/x", Answer.json("{}").after(Duration.ofSeconds(2)));
        timesOut();
    }

    @ParameterizedTest
    @EnumSource(names = {"WHOLE", "CHUNKED"})
    void refusesABodyLargerThanTheBuffer(Delivery delivery) {
        api.on("/x", Answer.json(TEXT).delivered(delivery));
        WireRequest request = request("/x");
        assertThatThrownBy(() -> transport.send(request, new BodyBuffer(TEXT.length() - 1)))
                .isInstanceOf(AnswerTooLargeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "bare deflate"})
    void refusesABodyThatDecodesToMoreThanTheBuffer(String encoding) throws IOException {
        String zeros = "0".repeat(8 << 20);
        byte[] bomb = encoding.equals("gzip") ? gzip(zeros) : deflate(zeros, encoding.startsWith("bare"));
        assertThat(bomb).hasSizeLessThan(64 << 10);
        api.on("/x", Answer.json("").body(bomb).header("Content-Encoding", encoding.replace("bare ", "")));
        WireRequest request = request("/x");
        BodyBuffer small = new BodyBuffer(64 << 10);

        assertThatThrownBy(() -> transport.send(request, small)).isInstanceOf(AnswerTooLargeException.class);
        assertThat(small.bytes()).hasSizeLessThanOrEqualTo(64 << 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    @Timeout(180)
    void givesUpABodyWithoutEndOnceItIsLargerThanTheBuffer(String encoding) throws IOException {
        byte[] part = encoding.equals("gzip") ? gzip(TEXT) : TEXT.getBytes(StandardCharsets.UTF_8);
        api.on(
                "/x",
                Answer.json("").body(part).header("Content-Encoding", encoding).delivered(Delivery.ENDLESS));
        WireRequest request = request("/x");

        assertThatThrownBy(() -> transport.send(request, new BodyBuffer(64 << 10)))
                .isInstanceOf(AnswerTooLargeException.class);
    }

    @Test
    @Timeout(180)
    void givesUpWhatFollowsAnEncodedBodyWithoutEnd() throws IOException {
        api.on(
                "/x",
                Answer.json("")
                        .body(deflate(TEXT, false))
                        .header("Content-Encoding", "deflate")
                        .delivered(Delivery.ENDLESS));

        assertThat(get("/x").text()).isEqualTo(TEXT);
    }

    @Test
    @Timeout(180)
    void givesUpABodyWithoutEndThatIsNotEncodedAsItSays() {
        api.on("/x", Answer.json(TEXT).header("Content-Encoding", "gzip").delivered(Delivery.ENDLESS));

        assertThatThrownBy(() -> get("/x")).isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void acceptsABodyExactlyAsLargeAsTheBuffer() throws IOException {
        api.on("/x", Answer.json(TEXT).delivered(Delivery.CHUNKED));
        HttpResponse response = transport.send(request("/x"), new BodyBuffer(TEXT.length()));
        assertThat(response.length()).isEqualTo(TEXT.length());
    }

    @Test
    void usesTheSameArrayAgain() throws IOException {
        api.on("/x", Answer.json(TEXT), Answer.status(204), Answer.json("{}"));
        byte[] first = get("/x").body();
        assertThat(get("/x").length()).isZero();
        HttpResponse last = get("/x");
        assertThat(last.body()).isSameAs(first);
        assertThat(last.text()).isEqualTo("{}");
    }

    @Test
    void sendsTheRequestAsItIs() throws IOException {
        api.on("/x", Answer.json("{}"));
        byte[] body = "é".getBytes(StandardCharsets.UTF_8);
        transport.send(
                new WireRequest("POST", api.url() + "/x?a=%2F+b", Headers.none().with("X-A", "1"), body), buffer);
        assertThat(api.requests().get(0).target()).isEqualTo("/x?a=%2F+b");
        assertThat(api.requests().get(0).bodyText()).isEqualTo("é");
        assertThat(api.requests().get(0).headers().stream().map(h -> h.name()))
                .containsExactlyInAnyOrder("X-A", "Host", "Content-Length", "Connection");
    }

    @Test
    void returnsRedirectsUnfollowed() throws IOException {
        api.on("/x", Answer.redirect("/y"));
        assertThat(get("/x").status()).isEqualTo(302);
        assertThat(api.requests()).hasSize(1);
    }

    private void timesOut() {
        try (Transport impatient = new ApacheTransport(Duration.ofMillis(200), Proxies.of(Map.of()))) {
            assertThatThrownBy(() -> impatient.send(request("/x"), buffer)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private HttpResponse get(String path) throws IOException {
        return transport.send(request(path), buffer);
    }

    private WireRequest request(String path) {
        return new WireRequest("GET", api.url() + path, Headers.none(), null);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(String text, boolean bare) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED, bare))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
