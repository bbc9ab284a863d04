package dev.headrace.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RequestLogTest {

    private static final Duration LAG = Duration.ofSeconds(2);

    private final AtomicLong nanos = new AtomicLong();
    private final RequestLog log = new RequestLog(nanos::get);

    @Test
    void findsPagesThatHadComeLongBeforeTheKillAndAreAskedForAgain() {
        log.begin(0);
        ask("/a");
        seconds(1);
        ask("/b");
        seconds(2);
        log.killed();
        seconds(1);
        log.begin(0);
        ask("/a");
        ask("/b");
        assertThat(log.neededAgain(LAG))
                .containsExactly("process 2 asked again for /a, which process 1 had got 3000 ms before it was killed");
        assertThat(log.askedAgain()).isEqualTo(2);
        assertThat(log.spared()).isZero();
    }

    @Test
    void countsWhatIsNotAskedForAgain() {
        log.begin(0);
        ask("/a");
        seconds(1);
        log.killed();
        log.begin(0);
        ask("/b");
        assertThat(log.spared()).isEqualTo(1);
        assertThat(log.neededAgain(LAG)).isEmpty();
    }

    @Test
    void remembersAnswersOfAllProcessesBefore() {
        log.begin(0);
        ask("/a");
        seconds(3);
        log.killed();
        log.begin(0);
        log.killed();
        log.begin(0);
        ask("/a");
        assertThat(log.neededAgain(LAG)).hasSize(1);
    }

    @Test
    void allowsWhatWasNotAnsweredBeforeTheKill() {
        log.begin(0);
        RecordedRequest asked = request("/a");
        log.received(asked);
        seconds(5);
        log.killed();
        log.answered(asked);
        log.begin(0);
        ask("/a");
        assertThat(log.neededAgain(LAG)).isEmpty();
        assertThat(log.askedAgain()).isZero();
    }

    @Test
    void allowsAnotherPassToAskForEverything() {
        log.begin(0);
        ask("/a");
        seconds(5);
        log.killed();
        log.begin(1);
        ask("/a");
        assertThat(log.neededAgain(LAG)).isEmpty();
        assertThat(log.askedAgain()).isZero();
        assertThat(log.spared()).isZero();
    }

    @Test
    void findsWhatOneProcessAsksForTwice() {
        log.begin(0);
        ask("/a");
        ask("/b");
        ask("/a");
        assertThat(log.askedTwice()).containsExactly("process 1 asked more than once for /a");
        assertThat(log.answeredInPass()).isEqualTo(2);
        assertThat(log.sent()).isEqualTo(3);
    }

    @Test
    void findsLoadsThatAreMissingTwiceTooManyOrOutOfOrder() {
        List<String> before = List.of("1.0");
        assertThat(LoadLog.differences(List.of("1.0", "2.0", "3.0"), before, List.of("2.0")))
                .isEmpty();
        assertThat(LoadLog.differences(List.of("1.0", "2.0", "2.0"), before, List.of("2.0")))
                .singleElement()
                .asString()
                .contains("twice");
        assertThat(LoadLog.differences(List.of("1.0", "3.0"), before, List.of("2.0")))
                .singleElement()
                .asString()
                .contains("never loaded");
        assertThat(LoadLog.differences(List.of("1.0", "2.0", "3.0"), before, List.of()))
                .singleElement()
                .asString()
                .contains("3 loads");
        assertThat(LoadLog.differences(List.of("2.0", "1.0"), before, List.of()))
                .singleElement()
                .asString()
                .contains("increase");
    }

    private void ask(String target) {
        RecordedRequest request = request(target);
        log.received(request);
        log.answered(request);
    }

    private static RecordedRequest request(String target) {
        return new RecordedRequest("GET", target, List.of(), new byte[0]);
    }

    private void seconds(int value) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(value));
    }
}
