package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.SourceException;
import dev.headrace.event.RunEvent;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonTree;
import dev.headrace.rest.RestSource;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageOrigin;
import dev.headrace.source.PageRecords;
import dev.headrace.source.RecordChanges;
import dev.headrace.source.RecordCount;
import dev.headrace.source.RecordSink;
import dev.headrace.source.SourceReader;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
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
    private String steps = "[]";
    private String selector = "data";

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

    @ParameterizedTest
    @ValueSource(strings = {"{'type': 'offset', 'limit': 1}", "{'type': 'page_number', 'page_param': 'n'}"})
    void aListHasNoPlaceForATotalSoThatThereIsNothingToReadFirst(String paginator) {
        selector = "$";
        answers("[{'i': 1}]", "[{'i': 2}]", "[]");
        read(paginator);

        assertThat(sink.calls).containsExactly("later", "later", "at once", "count after 3", "count after 3");
    }

    @Test
    void aListIsReadFirstWhereItsRecordsSayHowToGoOn() {
        selector = "$";
        answers("[{'i': 1}]", "[{'i': 2}]", "[]");
        read("{'type': 'cursor', 'cursor_path': '[-1].i', 'cursor_param': 'c'}");

        assertThat(sink.calls).containsOnly("at once");
    }

    @Test
    void aListWithinAnObjectIsHandedOnUnreadWhenWhatFollowsStandsOutsideOfThat() {
        selector = "in.data";
        steps = "[{'mask': {'a': 'redact'}}]";
        answers(
                "{'in': {'data': [{'i': 1, 'a': 'Jo'}], 'next': 'x'}, 'next': 'b'}",
                "{'in': {'data': [{'i': 2, 'a': 'Jo'}]}, 'next': 'c'}",
                "{'in': {'data': []}}");
        read(CURSOR);

        assertThat(sink.pages.subList(1, 2)).containsExactly("[{'i': 2, 'a': '***'}]".replace('\'', '"'));
        assertThat(api.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'cursor', 'cursor_path': 'in.next', 'cursor_param': 'c'}",
                "{'type': 'offset', 'limit': 1, 'total_path': 'in.total'}"
            })
    void aListWithinAnObjectIsReadFirstWhenThatHasWhatFollows(String paginator) {
        selector = "in.data";
        answers("{'in': {'data': [{'i': 1}], 'next': 'b', 'total': 2}}", "{'in': {'data': [{'i': 2}], 'total': 2}}");
        read(paginator);

        assertThat(sink.calls).containsOnly("at once");
        assertThat(api.requests()).hasSize(2);
    }

    @Test
    void aTotalIsEnoughToGoOnAndWhatIsNoticedOfThePageIsToldWhenItIsCounted() {
        answers("{'total': 3, 'data': [{'i': 1}]}", "{'total': 3, 'data': [{'i': 2}]}");
        read("{'type': 'offset', 'limit': 2}");

        assertThat(sink.calls).containsExactly("later", "at once", "count after 2");
        assertThat(reading.warnings()).anyMatch(text -> text.contains("gave 1 records where 2 were asked for"));
    }

    @Test
    void aLatePageThatIsNoJsonIsNamed() {
        sink.broken = 2;
        answers("{'data': [{'i': 1}], 'next': 'b'}", "{'data': [{'i': 2}], 'next': 'c'}", "{'data': [{'i': 3}]}");

        assertThatThrownBy(() -> read(CURSOR))
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll(
                        "Cannot read page 2 of resource 'p'", "?c=b: status 200", "at byte 7 expected", "\"i\": 2");
    }

    @Test
    void aLatePageThatIsNoJsonIsToldAndNotTheRequestThatItLedTo() {
        sink.broken = 1;
        api.on("/p", json("{'data': [{'i': 1}], 'next': 'b'}"), Answer.status(404));

        assertThatThrownBy(() -> read(CURSOR))
                .hasMessageContaining("Cannot read page 1 of resource 'p'")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement(InstanceOfAssertFactories.THROWABLE)
                        .hasMessageContaining("404"));
    }

    @Test
    void aValueThatCannotBeWrittenIsNoMatterOfThePage() {
        sink.refuses = true;
        answers("{'data': [{'i': 1}], 'next': 'b'}", "{'data': [{'i': 2}]}");

        assertThatThrownBy(() -> read(CURSOR)).isInstanceOf(DataException.class).hasMessage("refused");
    }

    @Test
    void aPositionTellsOfThePagesThatItCounts() {
        answers("{'data': [{'i': 1}], 'next': 'b'}", "{'data': [{'i': 2}]}");
        try (SourceReader reader = source(CURSOR).open(reading)) {
            reader.readPage(resource -> sink);
            assertThat(reading.events).noneMatch(RunEvent.PageRead.class::isInstance);
            assertThat(reader.position()).isPresent();
            assertThat(reading.events).anyMatch(RunEvent.PageRead.class::isInstance);
        }
    }

    @Test
    void aPageWhoseEndWasNotAnnouncedMayBeCutOffAndIsReadFirst() {
        String half = "{'data': [{'tags': [], 'next': 'b'}";
        api.on("/p", json(half + " ".repeat(half.length())).delivered(Answer.Delivery.CUT));

        assertThatThrownBy(() -> read(CURSOR)).hasMessageContaining("Cannot read page 1 of resource 'p'");
        assertThat(sink.calls).containsExactly("at once");
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void aPageIsHandedOnWithWhatStepsChangeInIt() {
        answers("{'data': [{'i': 1, 'a': 2}], 'next': 'b'}", "{'data': [{'i': 2, 'a': null}]}");
        steps = "[{'rename': {'a': 'named'}}]";
        read(CURSOR);

        assertThat(sink.calls).startsWith("later", "later");
        assertThat(sink.pages)
                .containsExactly(
                        "[{'i': 1, 'named': 2}]".replace('\'', '"'), "[{'i': 2, 'named': null}]".replace('\'', '"'));
    }

    @Test
    void recordsAreSeenOneByOneUntilAMaskHasMetItsField() {
        answers(
                "{'data': [{'i': 1}], 'next': 'b'}",
                "{'data': [{'i': 2, 'a': 'Jo'}], 'next': 'c'}",
                "{'data': [{'i': 3, 'a': 'Jo'}], 'next': 'd'}",
                "{'data': []}");
        steps = "[{'mask': {'a': 'redact'}}]";
        read(CURSOR);

        assertThat(sink.pages)
                .containsExactly(
                        "[{'i':1}]".replace('\'', '"'),
                        "[{'i':2,'a':'***'}]".replace('\'', '"'),
                        "[{'i': 3, 'a': '***'}]".replace('\'', '"'));
        assertThat(reading.warnings()).noneMatch(text -> text.contains("hides nothing"));
    }

    @Test
    void aPageThatIsNoJsonWithinAFieldThatStepsDropIsNamed() {
        answers("{'data': [{'i': 1, 'a': [1, {'b': 2], 'c': 3}]}, 'next': 'b'}", "{'data': [{'i': 2}]}");
        steps = "[{'exclude': ['a']}]";

        assertThatThrownBy(() -> read(CURSOR))
                .hasMessageContainingAll("Cannot read page 1 of resource 'p'", "at byte 35 expected ',' or '}'");
        assertThat(sink.calls).isEmpty();
    }

    @Test
    void aPageThatWasHandedOnBeforeARequestFailedIsCounted() {
        api.on("/p", json("{'data': [{'i': 1}], 'next': 'b'}"), Answer.status(403));

        assertThatThrownBy(() -> read(CURSOR)).hasMessageContaining("403");
        assertThat(sink.calls).containsExactly("later", "count after 2");
    }

    private void answers(String... pages) {
        Answer[] all = new Answer[pages.length];
        for (int i = 0; i < pages.length; i++) {
            all[i] = json(pages[i]);
        }
        api.on("/p", all);
    }

    private static Answer json(String text) {
        return Answer.json(text.replace('\'', '"'));
    }

    private RestSource source(String paginator) {
        return Reading.source("{'client': {'base_url': '" + api.url() + "'}, 'resources': [{'name': 'p',"
                + " 'processing_steps': " + steps + ", 'endpoint': {'path': 'p', 'data_selector': '" + selector
                + "', 'paginator': " + paginator + "}}]}");
    }

    private void read(String paginator) {
        try (SourceReader reader = source(paginator).open(reading)) {
            while (reader.readPage(resource -> sink)) {
                // the sink notes what comes
            }
        }
    }

    private static DataException noJson() {
        try {
            JsonTree.parse("[1, 2, ?]");
            throw new IllegalStateException("that is no JSON");
        } catch (JsonSyntaxException e) {
            return new DataException(FailureKind.DATA, Phase.EXTRACT, "no JSON", e);
        }
    }

    /** Counts nothing before it is asked to. */
    private final class LateSink implements RecordSink {

        private final List<String> calls = new ArrayList<>();
        /** The pages that were read late. */
        private final List<String> pages = new ArrayList<>();

        private boolean refuses;
        /** Which of the late pages is no JSON, from 1. */
        private int broken;

        private int later;
        private @Nullable PageOrigin origin;

        @Override
        public void from(PageOrigin page) {
            origin = page;
        }

        @Override
        public PageRecords writePage(byte[] page, int length, List<String> path, List<Addition> additions) {
            calls.add("at once");
            return new RecordedSink(false, false).writePage(page, length, path, additions);
        }

        @Override
        public RecordCount writePageLater(byte[] page, int length, List<String> path, List<Addition> additions) {
            return later(new String(page, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public RecordCount writeChanged(byte[] page, int length, List<String> path, RecordChanges changes) {
            RecordedSink records = new RecordedSink(false, false);
            records.writeChanged(page, length, path, changes);
            return later(records.records.toString());
        }

        private RecordCount later(String text) {
            calls.add("later");
            boolean fails = ++later == broken;
            PageOrigin from = Objects.requireNonNull(origin);
            pages.add(text);
            return new RecordCount() {
                @Override
                public boolean isKnown() {
                    return false;
                }

                @Override
                public int await() {
                    calls.add("count after " + api.requests().size());
                    if (refuses) {
                        throw new DataException(FailureKind.SCHEMA, Phase.NORMALIZE, "refused");
                    }
                    if (fails) {
                        throw from.explained(noJson());
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
