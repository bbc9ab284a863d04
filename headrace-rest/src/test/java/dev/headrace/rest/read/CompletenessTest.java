package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headrace.quarantine.BadRowKind;
import dev.headrace.quarantine.RefusedRecord;
import dev.headrace.source.Completeness;
import dev.headrace.source.Completeness.Verdict;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader says of whether all came. */
class CompletenessTest {

    private FakeApi api;

    @BeforeEach
    void start() {
        api = FakeApi.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private Completeness of(String endpoint, String... pages) {
        Answer[] answers = new Answer[pages.length];
        for (int i = 0; i < pages.length; i++) {
            answers[i] = Answer.json(pages[i].replace('\'', '"'));
        }
        api.on("/p", answers);
        return read("[{'name': 'p', 'endpoint': {'path': 'p', " + endpoint + "}}]", "p");
    }

    private Completeness read(String resources, String name) {
        return Objects.requireNonNull(
                Reading.of(api.url(), resources).completeness.get(name));
    }

    @Test
    void isCompleteWhenAsManyCameAsWereAnnounced() {
        assertThat(of(
                        "'data_selector': 'items', 'paginator': {'type': 'offset', 'limit': 2}",
                        "{'total': 3, 'items': [{'i':1},{'i':2}]}",
                        "{'total': 3, 'items': [{'i':3}]}"))
                .isEqualTo(new Completeness(3L, 3, Map.of(), Verdict.COMPLETE, ""));
    }

    @Test
    void isNoMatchWhenFewerCame() {
        Completeness found = of(
                "'data_selector': 'items', 'paginator': {'type': 'offset', 'limit': 2}",
                "{'total': 5, 'items': [{'i':1},{'i':2}]}",
                "{'total': 5, 'items': []}");
        assertThat(found.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(found.announced()).isEqualTo(5);
        assertThat(found.read()).isEqualTo(2);
        assertThat(found.reason()).contains("announced 5 records and 2 came");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'offset', 'limit': 1, 'total_path': null} | {'items':[{'i':1}]} | {'items':[]} | COMPLETE",
                "{'type': 'json_link', 'next_url_path': 'next'} | {'next':'/p?2','items':[{'i':1}]} | {'items':[{'i':2}]} | COMPLETE",
                "{'type': 'cursor', 'cursor_path': 'c'} | {'c':'x','items':[{'i':1}]} | {'total':9,'items':[{'i':2}]} | MISMATCH",
                "{'type': 'cursor', 'cursor_path': 'c'} | {'c':'x','items':[{'i':1}]} | {'total':2,'items':[{'i':2}]} | COMPLETE",
                "{'type': 'cursor', 'cursor_path': 'c'} | {'c':'x','items':[{'i':1}]} | {'error':'busy'} | UNPROVEN",
                "{'type': 'json_link', 'next_url_path': 'next'} | {'next':'/p?2','items':[{'i':1}]} | {'pages':3,'items':[{'i':2}]} | MISMATCH",
                "{'type': 'offset', 'limit': 1, 'max_pages': 2, 'total_path': null} | {'items':[{'i':1}]} | {'items':[{'i':2}]} | UNPROVEN",
                "single_page | {'items':[{'i':1}]} | {} | COMPLETE",
                "auto | {'items':[{'i':1},{'i':2}]} | {} | UNPROVEN",
                "auto | {'count':2,'items':[{'i':1},{'i':2}]} | {} | COMPLETE",
                "auto | {'count':7,'items':[{'i':1},{'i':2}]} | {} | MISMATCH",
                "single_page | {'items':[]} | {} | UNPROVEN",
                "single_page | {'items':[],'total':0} | {} | COMPLETE",
                "single_page | {'items':[{'i':1},{'i':2}],'total':1} | {} | UNPROVEN",
                "{'type': 'cursor', 'cursor_path': 'c'} | {'c':'x','items':[{'i':1},{'i':2},{'i':3}]} | {'total':4,'items':[{'i':4},{'i':5}]} | UNPROVEN",
                "{'type': 'cursor', 'cursor_path': 'c'} | {'c':'x','items':[{'i':1},{'i':2},{'i':3}]} | {'total':2,'items':[{'i':4},{'i':5}]} | COMPLETE",
                "{'type': 'cursor', 'cursor_path': 'c'} | {'c':'x','items':[{'i':1},{'i':2},{'i':3}]} | {'total':-1,'items':[{'i':4},{'i':5}]} | COMPLETE",
                "{'type': 'page_number', 'total_path': null} | {'total':1,'items':[{'i':1},{'i':2},{'i':3}]} | {'total':1,'items':[]} | COMPLETE",
                "{'type': 'page_number', 'total_path': 'of'} | {'of':2,'total':4,'items':[{'i':1},{'i':2},{'i':3}]} | {'of':2,'total':4,'items':[{'i':4},{'i':5}]} | COMPLETE",
            })
    void judgesEachWayToEnd(String paginator, String first, String second, Verdict verdict) {
        String quoted = paginator.startsWith("{") ? paginator : "'" + paginator + "'";
        assertThat(of("'data_selector': 'items', 'paginator': " + quoted, first, second)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void aTotalBelowWhatCameProvesNothingAlthoughItIsNotFollowed() {
        Completeness found = of(
                "'data_selector': 'items', 'paginator': {'type': 'offset', 'limit': 4, 'total_path': null}",
                "{'meta': {'total': 2}, 'items': [{'i':1},{'i':2},{'i':3},{'i':4}]}",
                "{'meta': {'total': 2}, 'items': []}");
        assertThat(found.verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(found.reason())
                .isEqualTo("'meta.total' is 2, and 4 records came: it counts something else, or some came"
                        + " more than once");
    }

    @Test
    void aTotalThatFallsProvesNothingWherePagesMayShift() {
        Completeness counted = of(
                "'data_selector': 'items', 'paginator': {'type': 'offset', 'limit': 2}",
                "{'total': 4, 'items': [{'i':1},{'i':2}]}",
                "{'total': 3, 'items': [{'i':4}]}");
        assertThat(counted.verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(counted.reason()).contains("the total became smaller while it was read");
    }

    @Test
    void aTotalThatFallsMattersNotBehindCursors() {
        assertThat(of(
                                "'data_selector': 'items', 'paginator': {'type': 'cursor', 'cursor_path': 'c'}",
                                "{'total': 4, 'c': 'x', 'items': [{'i':1},{'i':2}]}",
                                "{'total': 3, 'items': [{'i':4}]}")
                        .verdict())
                .isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void anOnlyPageAsLongAsPagesOftenAreProvesNothingWithoutAWordOfANextOne() {
        StringBuilder hundred = new StringBuilder("{'i':0}");
        for (int i = 1; i < 100; i++) {
            hundred.append(",{'i':").append(i).append('}');
        }
        Completeness found = of(
                "'data_selector': 'items', 'paginator': {'type': 'json_link', 'next_url_path': 'nxt'}",
                "{'items':[" + hundred + "]}");
        assertThat(found.verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(found.reason()).contains("exactly 100 records");
    }

    @Test
    void countsWhatIsNotHandedOnByReason() {
        api.on("/p", Answer.json("[{\"i\":1},{\"i\":2},{\"i\":3}]"));
        Completeness found = read(
                "[{'name': 'p', 'processing_steps': [{'filter': 'i > 1'}], 'endpoint': {'path': 'p', 'paginator':"
                        + " 'single_page', 'incremental': {'cursor_path': 'i', 'initial_value': 3}}}]",
                "p");
        assertThat(found.read()).isEqualTo(3);
        assertThat(found.leftOut()).containsOnly(Map.entry("processing_steps", 1L), Map.entry("incremental", 1L));
        assertThat(found.handedOn()).isEqualTo(1);
    }

    @Test
    void countsWhatIsPutAsideApart() {
        api.on("/p", Answer.json("[{\"i\":\"x\"},{\"i\":1},{\"i\":3},{\"i\":4,\"j\":1},{\"i\":2,\"j\":\"y\"}]"));
        Reading reading =
                Reading.puttingAside(Reading.source("{'client': {'base_url': '" + api.url() + "'}, 'resources': "
                        + "[{'name': 'p', 'processing_steps': [{'cast': {'j': 'bigint'}}], 'endpoint': {'path': 'p', 'paginator':"
                        + " 'single_page', 'incremental': {'cursor_path': 'i', 'initial_value': 3}}}]}"));
        Completeness found = Objects.requireNonNull(reading.completeness.get("p"));

        assertThat(found.read()).isEqualTo(5);
        assertThat(found.leftOut()).containsOnly(Map.entry("quarantined", 2L), Map.entry("incremental", 1L));
        assertThat(found.handedOn()).isEqualTo(2).isEqualTo(reading.records("p").size());
        assertThat(reading.sink("p").refused)
                .extracting(RefusedRecord::kind, refused -> refused.number().orElse(0))
                .containsExactly(tuple(BadRowKind.STEP, 5), tuple(BadRowKind.CURSOR, 1));
    }

    @Test
    void sumsOverAllParentsAndNeedsThemToBeComplete() {
        api.on("/a", Answer.json("[{\"id\":1},{\"id\":2}]"));
        api.on("/a/1/b", Answer.json("{\"total\":1,\"items\":[{\"i\":1}]}"));
        api.on("/a/2/b", Answer.json("{\"total\":2,\"items\":[{\"i\":2},{\"i\":3}]}"));
        String child = "{'name': 'b', 'endpoint': {'path': 'a/{resources.a.id}/b', 'data_selector': 'items',"
                + " 'paginator': 'single_page'}}]";
        Completeness sure =
                read("[{'name': 'a', 'endpoint': {'path': 'a', 'paginator': 'single_page'}}, " + child, "b");
        assertThat(sure).isEqualTo(new Completeness(3L, 3, Map.of(), Verdict.COMPLETE, ""));

        Completeness unsure = read("[{'name': 'a', 'endpoint': {'path': 'a'}}, " + child, "b");
        assertThat(unsure.verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(unsure.reason()).contains("of its parent 'a'");
    }

    @Test
    void aSkippedRequestLeavesItUnproven() {
        api.on("/a", Answer.json("[{\"id\":1},{\"id\":2}]"));
        api.on("/a/1/b", Answer.json("[{\"i\":1}]"));
        api.on("/a/2/b", Answer.status(404));
        Completeness found = read(
                "[{'name': 'a', 'endpoint': {'path': 'a', 'paginator': 'single_page'}}, {'name': 'b', 'endpoint': {'path':"
                        + " 'a/{resources.a.id}/b', 'paginator': 'single_page', 'on_error': 'skip'}}]",
                "b");
        assertThat(found.verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(found.reason()).contains("skipped");
    }
}
