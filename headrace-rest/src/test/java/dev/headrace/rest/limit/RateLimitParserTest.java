package dev.headrace.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.rest.http.TestNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitParserTest {

    @Test
    void readsOneLimitOrSeveral() {
        assertThat(RateLimitParser.ofClient(TestNode.of("{\"requests\": 100, \"per\": \"1m\"}")))
                .containsExactly(new RateLimit(100, Duration.ofMinutes(1), null));
        assertThat(RateLimitParser.ofEndpoint(TestNode.of(
                        "[{\"requests\": 5, \"per\": 1}, {\"requests\": 90, \"per\": \"hour\", \"group\": \"g\"}]")))
                .containsExactly(
                        new RateLimit(5, Duration.ofSeconds(1), null), new RateLimit(90, Duration.ofHours(1), "g"));
    }

    @Test
    void showsALimitForPeople() {
        assertThat(new RateLimit(1, Duration.ofSeconds(1), null)).hasToString("1 request per 1s");
        assertThat(new RateLimit(90, Duration.ofHours(1), "g")).hasToString("90 requests per 1h for the group 'g'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5|expected an object",
                "{\"requests\": 5}|'per' is required",
                "{\"per\": \"1m\"}|'requests' is required",
                "{\"requests\": 0, \"per\": \"1m\"}|must be 1 or more",
                "{\"requests\": \"5\", \"per\": \"1m\"}|expected an integer",
                "{\"requests\": 5, \"per\": 0}|must be more than 0",
                "{\"requests\": 5, \"per\": \"1 fortnight\"}|no length of time",
                "{\"requests\": 5, \"per\": \"1m\", \"grup\": \"g\"}|did you mean 'group'",
                "{\"request\": 5, \"per\": \"1m\"}|did you mean 'requests'",
            })
    void refusesWhatMakesNoSense(String node, String expected) {
        assertThatThrownBy(() -> RateLimitParser.ofEndpoint(TestNode.of(node)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void aClientHasNoGroup() {
        assertThatThrownBy(() ->
                        RateLimitParser.ofClient(TestNode.of("{\"requests\": 5, \"per\": \"1m\", \"group\": \"g\"}")))
                .hasMessageContaining("unknown key 'group'");
    }
}
