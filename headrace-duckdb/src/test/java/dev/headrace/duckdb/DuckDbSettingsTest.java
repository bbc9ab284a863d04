package dev.headrace.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuckDbSettingsTest {

    @ParameterizedTest
    @CsvSource({"4000000000, 300MB", "300000000, 300MB", "120000000, 120MB", "30000000, 64MB"})
    void theDatabaseTakesNoMoreThanTheHeapMay(long heapBytes, String limit) {
        assertThat(DuckDbSettings.usualLimit(heapBytes)).isEqualTo(limit);
    }
}
