package dev.headrace.rest.incremental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LagTest {

    private static Object before(Object last, String lag, @Nullable Object initial, Direction direction) {
        Cursor cursor = new Cursor(CursorPath.parse("u"), direction, null);
        return new Lag(new BigDecimal(lag)).before(last, initial, cursor);
    }

    /** As dlt 1.26.0 writes them. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-01T10:00:00.123Z, 3600, 2024-01-01T09:00:00.123000Z",
        "2024-01-01T10:00:00+02:00, 1.5, 2024-01-01T09:59:58+02:00",
        "2024-01-01T10:00:00-0500, 60, 2024-01-01T09:59:00-0500",
        "2024-01-01T10:00:00+00:00, 60, 2024-01-01T09:59:00+00:00",
        "2024-01-01T10:00:00, 60, 2024-01-01T09:59:00",
        "2024-01-01T10:00, 60, 2024-01-01T09:59",
        "2024-01-01T10, 3600, 2024-01-01T09",
        "2024-01-01 10:00:00, 60, 2024-01-01 09:59:00",
        "2024-01, 86400, 2023-12",
        "2024, 5, 2023",
        "2024-032, 86400, 2024-031",
        "2024-01-01, 1.5, 2023-12-30",
        "2024-01-01, -1, 2024-01-02",
        "20240115, 1, 20240114",
    })
    void keepsTheNotationOfTexts(String last, String lag, String expected) {
        assertThat(before(last, lag, null, Direction.MAX)).isEqualTo(expected);
    }

    @Test
    void truncatesIntegersTowardsZero() {
        assertThat(before(10L, "2.5", null, Direction.MAX)).isEqualTo(7L);
        assertThat(before(-10L, "0.5", null, Direction.MAX)).isEqualTo(-10L);
        assertThat(before(2.5, "1", null, Direction.MAX)).isEqualTo(1.5);
    }

    @Test
    void goesForwardWhereSmallerValuesAreLater() {
        assertThat(before(10L, "3", null, Direction.MIN)).isEqualTo(13L);
        assertThat(before(10L, "3", 12L, Direction.MIN)).isEqualTo(12L);
    }

    @Test
    void doesNotGoBeforeTheInitialValue() {
        assertThat(before(10L, "3", 9L, Direction.MAX)).isEqualTo(9L);
        assertThat(before("2024-01-02", "3", "2024-01-01", Direction.MAX)).isEqualTo("2024-01-01");
    }

    @Test
    void refusesTextsThatAreNoTime() {
        assertThatThrownBy(() -> before("abc", "1", null, Direction.MAX)).hasMessageContaining("'abc'");
    }
}
