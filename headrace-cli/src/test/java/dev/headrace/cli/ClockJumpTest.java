package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine whose clock is set back by an hour. */
class ClockJumpTest extends CommandLineTest {

    private static final Duration BACK = Duration.ofHours(-1);

    @BeforeEach
    void write() {
        shell.write("events.yml", """
                client: {base_url: %s, rate_limit: {requests: 1, per: 10s}}
                resources:
                  - name: events
                    primary_key: id
                    write_disposition: merge
                    endpoint: {path: /events, data_selector: data, paginator: {type: offset, limit: 1}}
                """.formatted(api.url()));
    }

    @Test
    void givesLoadIdsThatIncreaseAllTheSame() {
        api.otherwise(request -> page(request.param("offset").orElse("0")));
        assertRuns();
        shell.clock().advance(BACK);
        assertRuns();
        assertThat(database().count("events_dataset._dlt_loads")).isEqualTo(2);
        assertThat(database()
                        .rows("SELECT DISTINCT _dlt_load_id = (SELECT max(load_id) FROM events_dataset._dlt_loads)"
                                + " FROM events_dataset.events"))
                .containsExactly("true");
    }

    @Test
    void doesNotWaitForTheHourToComeAgain() {
        api.otherwise(request -> {
            shell.clock().advance(BACK);
            return page(request.param("offset").orElse("0"));
        });
        assertRuns();
        assertThat(shell.clock().sleeps()).allMatch(sleep -> sleep.compareTo(Duration.ofSeconds(11)) < 0);
        assertThat(database().count("events_dataset.events")).isEqualTo(2);
    }

    private void assertRuns() {
        Shell.Output done = shell.headrace("run", "events.yml");
        assertThat(done.exit()).as(done.err()).isZero();
    }

    private static Answer page(String offset) {
        return Answer.json("{\"total\": 2, \"data\": [{\"id\": " + offset + "}]}");
    }

    private Database database() {
        return new Database(shell.path("events.duckdb"));
    }
}
