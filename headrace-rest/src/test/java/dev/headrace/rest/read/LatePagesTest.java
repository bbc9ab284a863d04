package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.event.RunEvent;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageRecords;
import dev.headrace.source.RecordCount;
import dev.headrace.source.RecordSink;
import dev.headrace.source.SourceReader;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose records are read while the next page is asked for. */
class LatePagesTest {

    private static final String CURSOR = "{'type': 'cursor', 'cursor_path': 'next', 'cursor_param': 'c'}";

    private final FakeApi api = FakeApi.start();
    private final Reading reading = new Reading();
    private final LateSink sink = new LateSink();

    @AfterEach
    void stopApi() {
        api.close();
    }

    @Test
    void theNextPageIsAskedForBeforeTheRecordsAreCounted() {
        answers("{'data': [{'i': 1}, {'i': 2}], 'next': 'b'}", "{'data': [{'i': 3}], 'next': 'c'}", "{'data': []}");
        read(CURSOR);

        assertThat(sink.calls).containsExactly("later", "later", "at once", "count after 3", "count after 3");
        assertThat(reading.events.stream()
                        .filter(RunEvent.PageRead.class::isInstance)
                        .map(event -> ((RunEvent.PageRead) event).records()))
                .containsExactly(2, 1, 0);
    }

    @Test
    void aPageWithoutWhatSaysHowToGoOnIsReadFirst() {
        answers("{'data': [{'i': 1}]}");
        read(CURSOR);

        assertThat(sink.calls).containsExactly("at once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'cursor', 'cursor_path': 'data[-1].i', 'cursor_param': 'c'}",
                "{'type': 'offset', 'limit': 1}",
                "'auto'"
            })
    void aPageIsReadFirstWhereTheRecordsOrAMissingTotalMightSayHowToGoOn(String paginator) {
        answers("{'data': [{'i': 1}], 'more': 1}", "{'data': []}");
        read(paginator);

        assertThat(sink.calls).doesNotContain("later");
    }

    @Test
    void aTotalIsEnoughToGoOnAndWhatIsNoticedOfThePageIsToldWhenItIsCounted() {
        answers("{'total': 3, 'data': [{'i': 1}]}", "{'total': 3, 'data': [{'i': 2}]}");
        read("{'type': 'offset', 'limit': 2}");

        assertThat(sink.calls).containsExactly("later", "at once", "count after 2");
        assertThat(reading.warnings()).anyMatch(text -> text.contains("gave 1 records where 2 were asked for"));
    }

    @Test
    void aLatePageThatCannotBeReadFailsTheRun() {
        sink.refuses = true;
        answers("{'data': [{'i': 1}], 'next': 'b'}", "{'data': [{'i': 2}]}");

        assertThatThrownBy(() -> read(CURSOR)).isInstanceOf(DataException.class).hasMessage("refused");
    }

    @Test
    void aPageThatWasHandedOnBeforeARequestFailedIsCounted() {
        api.on("/p", Answer.json("{\"data\": [{\"i\": 1}], \"next\": \"b\"}"), Answer.status(403));

        assertThatThrownBy(() -> read(CURSOR)).hasMessageContaining("403");
        assertThat(sink.calls).containsExactly("later", "count after 2");
    }

    private void answers(String... pages) {
        Answer[] all = new Answer[pages.length];
        for (int i = 0; i < pages.length; i++) {
            all[i] = Answer.json(pages[i].replace('\'', '"'));
        }
        api.on("/p", all);
    }

    private void read(String paginator) {
        try (SourceReader reader = Reading.source("{'client': {'base_url': '" + api.url()
                        + "'}, 'resources': [{'name': 'p',"
                        + " 'endpoint': {'path': 'p', 'data_selector': 'data', 'paginator': " + paginator + "}}]}")
                .open(reading)) {
            while (reader.readPage(resource -> sink)) {
                // the sink notes what comes
            }
        }
    }

    /** Counts nothing before it is asked to. */
    private final class LateSink implements RecordSink {

        private final List<String> calls = new ArrayList<>();
        private boolean refuses;

        @Override
        public PageRecords writePage(byte[] page, int length, List<String> path, List<Addition> additions) {
            calls.add("at once");
            return new RecordedSink(false, false).writePage(page, length, path, additions);
        }

        @Override
        public RecordCount writePageLater(byte[] page, int length, List<String> path, List<Addition> additions) {
            calls.add("later");
            String text = new String(page, 0, length, StandardCharsets.UTF_8);
            return new RecordCount() {
                @Override
                public boolean isKnown() {
                    return false;
                }

                @Override
                public int get() {
                    calls.add("count after " + api.requests().size());
                    if (refuses) {
                        throw new DataException(FailureKind.SCHEMA, Phase.NORMALIZE, "refused");
                    }
                    return text.split("\"i\"", -1).length - 1;
                }
            };
        }

        @Override
        public void writeRecord(JsonSlice record, List<Addition> additions) {
            calls.add("record");
        }
    }
}
