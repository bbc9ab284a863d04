package dev.headrace.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.rest.http.TestNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "30, 30000, 30s",
        "1.5, 1500, 1500ms",
        "0, 0, 0s",
        "\"500ms\", 500, 500ms",
        "\"90s\", 90000, 90s",
        "\"60s\", 60000, 1m",
        "\"5 m\", 300000, 5m",
        "\"1.5h\", 5400000, 90m",
        "\"1h30m\", 5400000, 90m",
        "\"7d\", 604800000, 7d",
        "\"minute\", 60000, 1m",
        "\"day\", 86400000, 1d",
    })
    void ofTimeAreReadAndWritten(String json, long millis, String text) {
        assertThat(DurationText.read(TestNode.of(json)).toMillis()).isEqualTo(millis);
        assertThat(DurationText.write(DurationText.read(TestNode.of(json)))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"5\"", "\"5x\"", "\"m5\"", "-1", "\"-1s\"", "\"99999d\"", "1e30", "true", "null"})
    void ofTimeAreRefused(String json) {
        assertThatThrownBy(() -> DurationText.read(TestNode.of(json))).isInstanceOf(ConfigException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1000, 1000 B",
        "\"64KB\", 65536, 64 KB",
        "\"256MB\", 268435456, 256 MB",
        "\"256 MiB\", 268435456, 256 MB",
        "\"1.5G\", 1610612736, 1536 MB",
        "\"12B\", 12, 12 B",
    })
    void ofSizeAreReadAndWritten(String json, long bytes, String text) {
        long size = SizeText.read(TestNode.of(json), Integer.MAX_VALUE);
        assertThat(size).isEqualTo(bytes);
        assertThat(SizeText.write(size)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"MB\"", "\"5XB\"", "0", "-1", "1.5", "\"2GB\"", "\"0KB\"", "true"})
    void ofSizeAreRefused(String json) {
        assertThatThrownBy(() -> SizeText.read(TestNode.of(json), Integer.MAX_VALUE))
                .isInstanceOf(ConfigException.class);
    }
}
