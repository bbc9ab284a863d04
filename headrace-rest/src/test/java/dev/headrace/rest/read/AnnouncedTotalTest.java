package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That what came is compared with what the API announced. */
class AnnouncedTotalTest {

    private static final String OFFSET = "{'type': 'offset', 'limit': 2}";

    private FakeApi api;

    @BeforeEach
    void start() {
        api = FakeApi.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private List<String> warnings(String paginator, String... pages) {
        Answer[] answers = new Answer[pages.length];
        for (int i = 0; i < pages.length; i++) {
            answers[i] = Answer.json(pages[i].replace('\'', '"'));
        }
        api.on("/p", answers);
        return Reading.of(
                        api.url(),
                        "[{'name': 'p', 'endpoint': {'path': 'p', 'data_selector': 'items', 'paginator': " + paginator
                                + "}}]")
                .warnings();
    }

    @Test
    void isQuietWhenAllCame() {
        assertThat(warnings(OFFSET, "{'total': 3, 'items': [{'i':1},{'i':2}]}", "{'total': 3, 'items': [{'i':3}]}"))
                .isEmpty();
    }

    @Test
    void tellsThatAnErrorInTheMiddleEndedTheSequence() {
        assertThat(warnings(OFFSET, "{'total': 5, 'items': [{'i':1},{'i':2}]}", "{'error': 'busy'}"))
                .anySatisfy(warning -> assertThat(warning)
                        .contains("resource 'p'", "announced 5 records and 2 came", "records are missing"));
    }

    @Test
    void tellsThatMoreCameThanAnnounced() {
        assertThat(warnings(OFFSET, "{'total': 1, 'items': [{'i':1},{'i':2}]}"))
                .singleElement()
                .asString()
                .contains("announced 1 records and 2 came", "set it to null");
    }

    @Test
    void countsFromTheFirstOffset() {
        assertThat(warnings("{'type': 'offset', 'limit': 2, 'offset': 2}", "{'total': 3, 'items': [{'i':3}]}"))
                .isEmpty();
    }

    @Test
    void leavesAMaximumAlone() {
        assertThat(warnings(
                        "{'type': 'offset', 'limit': 2, 'max_pages': 1}", "{'total': 9, 'items': [{'i':1},{'i':2}]}"))
                .isEmpty();
    }

    @Test
    void tellsThatMoreIsAnnouncedElsewhere() {
        String pages = "{'type': 'page_number', 'base_page': 1, 'total_path': 'pages'}";
        assertThat(warnings(pages, "{'pages': 1, 'rows': {'total': 5}, 'items': [{'i':1}]}"))
                .singleElement()
                .asString()
                .contains("as much came as total_path announced, 1 records, yet 'rows.total' says that there are 5");
        assertThat(warnings(pages, "{'pages': 1, 'has_more': true, 'items': [{'i':1}]}"))
                .singleElement()
                .asString()
                .contains("yet 'has_more' is true");
        assertThat(warnings(OFFSET, "{'total': 2, 'next_page': 3, 'items': [{'i':1},{'i':2}]}"))
                .singleElement()
                .asString()
                .contains("yet 'next_page' names a next page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'query': {'count': 1000}, 'total': 2",
                "'meta': {'rate': {'total': 5000}}, 'total': 2",
                "'sums': {'price': {'total': 99.5}}, 'total': 2, 'unfiltered': {'total': 500}",
            })
    void numbersOfSomethingElseAreNoDoubtWhereATotalSaysThatAllCame(String page) {
        assertThat(warnings(OFFSET, "{" + page + ", 'items': [{'i':1},{'i':2}]}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'total': 1, 'items': [{'i':1}], 'meta': {'total': 5}}",
                "{'total': 1, 'items': [{'i':1}], 'Pagination': {'total_count': '5'}}",
                "{'total': 1, 'items': [{'i':1}], 'total_records': 5}"
            })
    void aSecondTotalIsADoubtThoughTheFirstIsWhatCame(String page) {
        assertThat(warnings(OFFSET, page)).singleElement().asString().contains("says that there are 5");
    }

    @Test
    void aTotalBesideTheCountOfAPageIsADoubt() {
        assertThat(warnings(
                        "{'type': 'offset', 'limit': 2, 'total_path': 'count'}",
                        "{'count': 2, 'total': 9, 'items': [{'i':1},{'i':2}]}"))
                .singleElement()
                .asString()
                .contains("yet 'total' says that there are 9");
    }

    @Test
    void tellsThatMoreIsAnnouncedBehindAnEmptyPage() {
        assertThat(warnings(
                        "{'type': 'offset', 'limit': 2, 'total_path': null}",
                        "{'items': [{'i':1}]}",
                        "{'count': 9, 'items': []}"))
                .singleElement()
                .asString()
                .contains(
                        "a page without records ended the sequence after 1 records, yet 'count' says that there are 9");
    }

    @Test
    void isQuietAboutLinksBehindAPageThatIsShorterThanOthers() {
        assertThat(warnings(
                        "{'type': 'page_number', 'total_path': 'pages'}",
                        "{'pages': 2, 'items': [{'i':1},{'i':2}]}",
                        "{'pages': 2, 'next': '/p?page=2', 'count': 3, 'items': [{'i':3}]}"))
                .isEmpty();
    }

    @Test
    void tellsThatPagesAreLargerThanAskedFor() {
        assertThat(warnings(
                        OFFSET,
                        "{'total': 3, 'items': [{'i':1},{'i':2},{'i':3}]}",
                        "{'total': 3, 'items': [{'i':3},{'i':2},{'i':1}]}"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("3 records where 2 were asked for", "'limit'"),
                        second -> assertThat(second)
                                .contains(
                                        "announced 3 records and 6 came: pages had up to 3 records where 2 were asked for")
                                .doesNotContain("null"));
    }

    @Test
    void tellsThatTheTotalCountsRecordsInsteadOfPages() {
        assertThat(warnings(
                        "{'type': 'page_number'}",
                        "{'total': 3, 'items': [{'i':1},{'i':2},{'i':3}]}",
                        "{'total': 3, 'items': []}"))
                .singleElement()
                .asString()
                .contains("total_path seems to be their number, and all have come");
    }

    @Test
    void tellsThatAnAnnouncedPageIsEmpty() {
        assertThat(warnings("{'type': 'page_number'}", "{'total': 3, 'items': [{'i':1}]}", "{'error': 'busy'}"))
                .anySatisfy(warning -> assertThat(warning).contains("announced 3 pages, but page 2"));
    }
}
