package dev.headrace.bench.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventPagesTest {

    private static final EventSet EVENTS = EventSet.first(250);

    @Test
    void areTheSameEveryTime() {
        assertThat(new PageWriter(EVENTS).page(2, 100)).isEqualTo(new PageWriter(EVENTS).page(2, 100));
    }

    @Test
    void doNotDependOnThePagesBefore() {
        PageWriter writer = new PageWriter(EVENTS);
        writer.page(1, 100);

        assertThat(writer.page(2, 100)).isEqualTo(new PageWriter(EVENTS).page(2, 100));
    }

    @Test
    void beginWithAnEventWhoseEveryFieldIsKnown() {
        String page = text(new PageWriter(EventSet.first(1)).page(1, 1));

        assertThat(page)
                .startsWith("{\"data\":[{\"id\":\"ev_0000000000")
                .endsWith("],\"page\":1,\"per_page\":1,\"total_pages\":1,\"total\":1,\"has_more\":false,"
                        + "\"next_cursor\":null}");
    }

    @Test
    void endWithTheRecordsThatAreLeft() {
        String last = text(new PageWriter(EVENTS).page(3, 100));

        assertThat(last.split("\"calendar_id\"")).hasSize(51);
        assertThat(text(new PageWriter(EVENTS).page(4, 100))).startsWith("{\"data\":[],");
    }

    @Test
    void keepTheIdInAnotherRevision() {
        String first = text(new PageWriter(new EventSet(1, 7, 1, 0)).page(1, 1));
        String second = text(new PageWriter(new EventSet(1, 7, 1, 1)).page(1, 1));

        assertThat(second).isNotEqualTo(first);
        assertThat(second.substring(0, 40)).isEqualTo(first.substring(0, 40));
    }

    @Test
    void holdTheSameRecordsBySliceAsByPage() {
        String page = text(new PageWriter(EVENTS).page(2, 100));
        String slice = text(new PageWriter(EVENTS).slice(100, 100));

        assertThat(records(slice)).isEqualTo(records(page));
        assertThat(slice).endsWith("],\"offset\":100,\"limit\":100,\"total\":250}");
    }

    @Test
    void amountToWhatTheTotalsSay(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("page.json"), new PageWriter(EVENTS).page(1, 250));
        EventTotals totals = EventTotals.of(EVENTS);

        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*), sum(len(e.attendees)), sum(len(e.tags)), "
                        + "count(*) FILTER (e.description IS NULL), sum(CAST(round(e.cost * 100) AS BIGINT)), "
                        + "sum(length(e.title)), sum(epoch_ms(e.start_at) - " + EventTotals.ORIGIN + ") "
                        + "FROM (SELECT unnest(data) AS e FROM read_json('" + file + "'))")) {
            row.next();
            assertThat(new long[] {
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)
                    })
                    .containsExactly(
                            totals.records(),
                            totals.attendees(),
                            totals.tags(),
                            totals.nullDescriptions(),
                            totals.costCents(),
                            totals.titleCharacters(),
                            totals.startMillis());
        }
    }

    @Test
    void amountToTheSameHoweverTheyAreCut() {
        PageWriter writer = new PageWriter(EVENTS);
        for (int page = 1; page <= 9; page++) {
            writer.page(page, 30);
        }

        assertThat(writer.totals()).isEqualTo(EventTotals.of(EVENTS));
    }

    /** Known from the first generator of these events, whose files are the measure of earlier figures. */
    @Test
    void amountToTheFiguresKnownOfOld() {
        EventTotals totals = EventTotals.of(EventSet.first(20_000));

        assertThat(totals.bytes()).isEqualTo(16_641_722);
        assertThat(totals.attendees()).isEqualTo(33_093);
        assertThat(totals.tags()).isEqualTo(39_953);
        assertThat(totals.nullDescriptions()).isEqualTo(4_977);
    }

    private static String text(byte[] page) {
        return new String(page, UTF_8);
    }

    private static String records(String page) {
        return page.substring(0, page.lastIndexOf(']'));
    }
}
