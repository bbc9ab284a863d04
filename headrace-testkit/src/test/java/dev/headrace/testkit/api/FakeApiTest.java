package dev.headrace.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeApiTest {

    private final FakeApi api = FakeApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void answersAsScriptedAndRepeatsTheLastAnswer() throws IOException {
        api.on("/things", Answer.json("[1]"), Answer.json("[2]"));
        assertThat(read("/things")).isEqualTo("[1]");
        assertThat(read("/things")).isEqualTo("[2]");
        assertThat(read("/things")).isEqualTo("[2]");
    }

    @Test
    void recordsWhatWasSent() throws IOException {
        api.on("/a%20b", Answer.json("{}"));
        read("/a%20b?x=1+2&x=%C3%BC&flag");
        RecordedRequest request = api.requests().get(0);
        assertThat(request.path()).isEqualTo("/a%20b");
        assertThat(request.query()).containsExactly(Map.entry("x", "1 2"), Map.entry("x", "ü"), Map.entry("flag", ""));
        assertThat(request.header("host")).contains(api.url().substring("http://".length()));
    }

    @Test
    void whatClientsSentThatAreGoneIsReceived() throws IOException, InterruptedException {
        api.on("/late", Answer.json("{}"));
        for (int sent = 1; sent <= 200; sent++) {
            sendAndLeave("GET /late HTTP/1.1\r\nHost: here\r\n\r\n");
            api.awaitDepartures();
            assertThat(api.requests()).hasSize(sent);
        }
    }

    private void sendAndLeave(String request) throws IOException {
        URI server = URI.create(api.url());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void deliversChunksWhole() throws IOException {
        api.on("/c", Answer.json("[\"a longer text in several chunks\"]").delivered(Answer.Delivery.CHUNKED));
        assertThat(read("/c")).isEqualTo("[\"a longer text in several chunks\"]");
    }

    @Test
    void breaksChunksWhenAsked() {
        api.on("/c", Answer.json("[1,2,3,4,5,6,7,8]").delivered(Answer.Delivery.BROKEN_CHUNK));
        assertThatThrownBy(() -> read("/c")).isInstanceOf(IOException.class);
    }

    @Test
    void resetsWhenAsked() {
        api.on("/r", Answer.reset());
        assertThatThrownBy(() -> read("/r")).isInstanceOf(IOException.class);
    }

    @Test
    void stallsUntilTheClientGivesUp() throws IOException {
        api.on("/s", Answer.json("[1,2,3]").delivered(Answer.Delivery.STALLED));
        HttpURLConnection connection = open("/s");
        connection.setReadTimeout(100);
        assertThatThrownBy(() -> connection.getInputStream().readAllBytes()).hasMessageContaining("timed out");
    }

    @Test
    void answersUnknownPathsWith404() throws IOException {
        assertThat(open("/nowhere").getResponseCode()).isEqualTo(404);
    }

    private String read(String target) throws IOException {
        try (InputStream in = open(target).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpURLConnection open(String target) throws IOException {
        return (HttpURLConnection) URI.create(api.url() + target).toURL().openConnection();
    }
}
