package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.config.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

    private final RetryPolicy usual = RetryPolicy.ofDefaults();

    @Test
    void hasTheDefaultsOfDlt() {
        assertThat(usual.maxAttempts()).isEqualTo(5);
        assertThat(usual.backoffFactor()).isEqualTo(1);
        assertThat(usual.maxWait()).isEqualTo(Duration.ofSeconds(300));
        assertThat(usual.jitter()).isZero();
        assertThat(usual.methods()).contains("GET", "POST", "PUT", "PATCH");
        assertThat(usual.statuses()).hasSize(101).contains(429, 500, 599).doesNotContain(408, 499, 600);
        assertThat(RetryPolicy.of(Settings.none())).isEqualTo(usual);
    }

    @Test
    void doublesTheWaitUpToTheLongest() {
        assertThat(usual.delayAfter(1, 0.9)).isEqualTo(Duration.ofSeconds(1));
        assertThat(usual.delayAfter(4, 0.9)).isEqualTo(Duration.ofSeconds(8));
        assertThat(usual.delayAfter(10, 0.9)).isEqualTo(Duration.ofSeconds(300));
        assertThat(usual.delayAfter(5000, 0.9)).isEqualTo(Duration.ofSeconds(300));
    }

    @Test
    void readsTheSettings() {
        RetryPolicy policy = RetryPolicy.of(new TestSettings(Map.of(
                "runtime.request_max_attempts", "2",
                "runtime.request_backoff_factor", "0.01",
                "runtime.request_max_retry_delay", "7")));
        assertThat(policy)
                .isEqualTo(new RetryPolicy(2, 0.01, 0, Duration.ofSeconds(7), usual.statuses(), usual.methods()));
        assertThat(policy.delayAfter(1, 0)).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void addsARandomPartOfTheWait() {
        RetryPolicy policy = usual.with(TestNode.of("{\"jitter\": 0.5, \"max_wait\": 7}"));
        assertThat(policy.delayAfter(2, 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.delayAfter(2, 1)).isEqualTo(Duration.ofSeconds(3));
        assertThat(policy.delayAfter(3, 1)).isEqualTo(Duration.ofSeconds(6));
        assertThat(policy.delayAfter(4, 1)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void theNodeWinsKeyByKey() {
        RetryPolicy policy = usual.with(TestNode.of("{\"max_retries\": 3, \"backoff_factor\": 2, \"jitter\": 0.1,"
                        + " \"statuses\": [418, \"503\"]}"))
                .with(TestNode.of("{\"max_attempts\": 2, \"max_wait\": \"500ms\", \"methods\": [\"GET\"]}"));
        assertThat(policy)
                .isEqualTo(new RetryPolicy(2, 2, 0.1, Duration.ofMillis(500), Set.of(418, 503), Set.of("GET")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"max_retries\": -1}",
                "{\"max_retries\": \"3\"}",
                "{\"backoff_factor\": -0.5}",
                "{\"statuses\": [99]}",
                "{\"statuses\": 500}",
                "{\"retries\": 3}",
                "{\"max_retries\": 3, \"max_attempts\": 4}",
                "{\"max_attempts\": 0}",
                "{\"jitter\": 1.5}",
                "{\"max_wait\": \"soon\"}",
                "{\"max_wait\": -1}",
                "{\"methods\": [\"get\"]}",
                "{\"methods\": \"GET\"}",
            })
    void refusesWhatMakesNoSense(String node) {
        assertThatThrownBy(() -> usual.with(TestNode.of(node)))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("node");
    }

    @Test
    void tellsAllStatusesThatAreNone() {
        assertThatThrownBy(() -> usual.with(TestNode.of("{\"statuses\": [\"abc\", 500, 9999]}")))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        failure -> assertThat(failure.problems())
                                .hasSize(2)
                                .element(1)
                                .asString()
                                .contains("9999 is no HTTP status"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "five", "-1"})
    void refusesSettingsThatMakeNoSense(String attempts) {
        Settings settings = new TestSettings(Map.of("runtime.request_max_attempts", attempts));
        assertThatThrownBy(() -> RetryPolicy.of(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("request_max_attempts")
                .hasMessageContaining(attempts);
    }
}
