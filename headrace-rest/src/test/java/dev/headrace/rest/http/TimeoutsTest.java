package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.SourceException;
import dev.headrace.config.Settings;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.Answer.Delivery;
import dev.headrace.testkit.api.FakeApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final RetryPolicy once = new RetryPolicy(
            1, 0, 0, Duration.ZERO, Set.of(), RetryPolicy.ofDefaults().methods());

    @Test
    void areAMinuteUnlessASettingSaysOtherwise() {
        assertThat(Timeouts.of(Settings.none())).isEqualTo(new Timeouts(MINUTE, MINUTE, Duration.ofHours(1)));
        assertThat(Timeouts.of(new TestSettings(Map.of("runtime.request_timeout", "1.5"))))
                .isEqualTo(Timeouts.of(Duration.ofMillis(1500)));
    }

    @Test
    void theNodeWinsKeyByKey() {
        Timeouts usual = Timeouts.of(Settings.none());
        Timeouts client = usual.with(TestNode.of("{\"connect\": 5, \"total\": \"10m\"}"));
        assertThat(client).isEqualTo(new Timeouts(Duration.ofSeconds(5), MINUTE, Duration.ofMinutes(10)));
        assertThat(client.with(TestNode.of("{\"read\": 2.5, \"total\": null}")))
                .isEqualTo(new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(2500), null));
        assertThat(client.with(TestNode.of("\"30s\"")))
                .isEqualTo(new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(10)));
    }

    @Test
    void allowAnAnswerToTakeLongerThanItsSilences() {
        Duration half = Duration.ofMinutes(90);
        assertThat(Timeouts.of(half).total()).isEqualTo(Duration.ofHours(3));
        assertThat(Timeouts.of(MINUTE).with(TestNode.of("{\"read\": \"90m\"}")))
                .isEqualTo(new Timeouts(MINUTE, half, Duration.ofHours(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "\"fast\"", "true", "{\"conect\": 1}", "{\"read\": 0}", "{\"total\": \"0s\"}"})
    void refuseWhatMakesNoSense(String node) {
        assertThatThrownBy(() -> Timeouts.of(MINUTE).with(TestNode.of(node)))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("node");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "soon"})
    void refuseSettingsThatMakeNoSense(String setting) {
        assertThatThrownBy(() -> Timeouts.of(new TestSettings(Map.of("runtime.request_timeout", setting))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("request_timeout")
                .hasMessageContaining(setting);
    }

    @ParameterizedTest
    @EnumSource(names = {"STALLED", "DRIPPING"})
    void theTotalCutsABodyThatNeverEnds(Delivery delivery) {
        Answer slow = Answer.json("[" + " ".repeat(10_000) + "]").delivered(delivery);
        assertThat(failure(slow, new Timeouts(MINUTE, MINUTE, SHORT)))
                .hasMessageContaining("failed: timed out: no complete answer within 300ms ('timeout.total')");
    }

    @Test
    void theTotalCutsABodyThatIsDecodedAsItComes() throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(encoded)) {
            gzip.write("[\"what comes a byte at a time takes two seconds\"]".getBytes(StandardCharsets.UTF_8));
        }
        Answer slow = Answer.json("")
                .body(encoded.toByteArray())
                .header("Content-Encoding", "gzip")
                .delivered(Delivery.DRIPPING);
        assertThat(failure(slow, new Timeouts(MINUTE, MINUTE, SHORT)))
                .hasMessageContaining("no complete answer within 300ms");
    }

    @Test
    void silenceIsCutByTheTimeoutForReading() {
        Answer slow = Answer.json("[1, 2]").delivered(Delivery.STALLED);
        assertThat(failure(slow, new Timeouts(MINUTE, SHORT, MINUTE)))
                .hasMessageContaining("failed: timed out: nothing came within 300ms ('timeout.read')");
    }

    @Test
    void theTotalDoesNotTouchAnAnswerInTime() {
        try (FakeApi api = FakeApi.start();
                ApiClient client = new ApiClient(
                        new Limits(once, new Timeouts(MINUTE, MINUTE, MINUTE), 1000, List.of()), new TestRun())) {
            api.on("/x", Answer.json("[1]"));
            ResourceClient things = client.resource("things", Authenticator.none(), Set.of());
            assertThat(things.send(HttpRequest.get("things", api.url() + "/x")).text())
                    .isEqualTo("[1]");
        }
    }

    private SourceException failure(Answer answer, Timeouts timeouts) {
        try (FakeApi api = FakeApi.start();
                ApiClient client = new ApiClient(Limits.of(once), new TestRun())) {
            api.on("/x", answer);
            ResourceClient things = client.resource(
                    "things",
                    Authenticator.none(),
                    Trust.of(Set.of()),
                    new Limits(once, timeouts, 1_000_000, List.of()));
            return org.assertj.core.api.Assertions.catchThrowableOfType(
                    SourceException.class, () -> things.send(HttpRequest.get("things", api.url() + "/x")));
        }
    }
}
