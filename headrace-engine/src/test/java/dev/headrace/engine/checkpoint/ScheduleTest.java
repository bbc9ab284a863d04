package dev.headrace.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Schedule schedule = new Schedule(now::get);

    @Test
    void isDueAfterASecondOfShortPages() {
        assertThat(page(400)).isFalse();
        assertThat(page(100)).isFalse();
        assertThat(page(300)).isTrue();
    }

    @Test
    void isDueBeforeTheNextLongPageWouldBeTooLate() {
        assertThat(page(600)).isTrue();
    }

    @Test
    void isDueAgainASecondAfterTheLastOne() {
        page(1100);
        schedule.taken();
        assertThat(page(400)).isFalse();
        assertThat(page(500)).isTrue();
    }

    @Test
    void isDueBeforeAPauseThatIsTooLong() {
        schedule.somethingCame();
        assertThat(schedule.isDueBefore(Duration.ofMillis(900))).isFalse();
        assertThat(schedule.isDueBefore(Duration.ofMillis(1100))).isTrue();
    }

    @Test
    void isNotDueWhileNothingNewHasCome() {
        pass(5000);
        assertThat(schedule.isDueBefore(Duration.ofHours(1))).isFalse();
        schedule.somethingCame();
        schedule.taken();
        assertThat(schedule.isBehind()).isFalse();
        assertThat(schedule.isDueBefore(Duration.ofHours(1))).isFalse();
    }

    private boolean page(long millis) {
        schedule.pageBegins();
        pass(millis);
        schedule.somethingCame();
        return schedule.isDueAfterPage();
    }

    private void pass(long millis) {
        now.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
