package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.SourceException;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.paginate.Page;
import dev.headrace.rest.paginate.PageStep;
import dev.headrace.rest.paginate.Paginator;
import dev.headrace.rest.paginate.Paginators;
import dev.headrace.rest.position.Note;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sequences that go on for ever are ended, those of honest APIs are not. */
class PageBoundsTest {

    private static final Paginator LED = Paginators.cursor("next", "cursor");

    @Test
    void endsWhenAHundredTimesTheTotalHasCome() {
        int[] page = {0};
        try (FakeApi api = FakeApi.start()) {
            api.otherwise(request -> Answer.json(
                    "{\"items\": [{\"i\": 1}, {\"i\": " + ++page[0] + "}], \"total\": 21, \"more\": true}"));
            String endpoint = "{'path': 'p', 'data_selector': 'items', 'paginator': {'type': 'offset', 'limit': 2,"
                    + " 'has_more_path': 'more'}}";
            assertThatThrownBy(() -> Reading.of(api.url(), "[{'name': 'p', 'endpoint': " + endpoint + "}]"))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("Cannot read resource 'p' to its end, having come to page 1102, GET http")
                    .hasMessageContaining(
                            "the API announced 21 records, and 2200 have come, and it goes on. Set total_path");
        }
        assertThat(page[0]).as("those that have not been counted yet included").isEqualTo(1102);
    }

    @ParameterizedTest
    @CsvSource({
        "records, 2, a count of the page",
        "records, 3, and of what is looked at ahead of it",
        "records, 2000, as far as it counts",
        "records, 5001, a hundred times that are to come",
        "pages, 7, of what it shows links to",
        "pages, 2000, as far as it counts",
    })
    void readsOnWhereATotalMaySaySomethingElse(String kind, long total, String meaning) {
        PageBounds bounds = wide(told().put("largest", 2L).put(kind, total));
        assertThat(bounds.endlessness(LED, 250_000, 500_000)).as(meaning).isEmpty();
    }

    @Test
    void countsPagesWherePagesAreAnnounced() {
        PageBounds bounds = wide(told().put("pages", 11L));
        assertThat(bounds.endlessness(LED, 1199, 0)).isEmpty();
        assertThat(bounds.endlessness(LED, 1200, 0).orElseThrow()).contains("11 pages, and 1200 have come");
    }

    @Test
    void leavesToTheConfigurationWhereItSaysHowFarToRead() {
        Paginator limited = new Paginator() {
            @Override
            public PageStep next(HttpRequest request, Page page) {
                return LED.next(request, page);
            }

            @Override
            public boolean isCut(int pages) {
                return pages >= 5_000_000;
            }
        };
        assertThat(wide(told().put("records", 21L)).endlessness(limited, 4_000_000, 8_000_000))
                .isEmpty();
    }

    @Test
    void endsAtTheLastPageThatIsAllowedAndTellsBefore() {
        PageBounds bounds = bounds(told());
        assertThat(bounds.caution(LED, 49, 49)).isEmpty();
        assertThat(bounds.caution(LED, 50, 50).orElseThrow())
                .contains("without having announced so many. At page 1,000 the run ends with an error", "max_pages");
        assertThat(bounds.endlessness(LED, 999, 0)).isEmpty();
        assertThat(bounds.endlessness(LED, 1000, 0).orElseThrow())
                .contains("so many pages have been read", "set max_pages");
    }

    @Test
    void readsAsMuchAsTheFirstPageAnnouncedAndTwiceThat() {
        PageBounds ofRecords = bounds(told().put("records", 60_000L).put("first", 50_000L));
        assertThat(ofRecords.endlessness(LED, 2000, 100_000)).isEmpty();
        assertThat(ofRecords.caution(LED, 2000, 100_000)).isEmpty();
        assertThat(ofRecords.endlessness(LED, 2001, 100_050)).isPresent();
        PageBounds ofPages = bounds(told().put("pages", 3000L).put("first", 2999L));
        assertThat(ofPages.endlessness(LED, 2999, 299_900)).isEmpty();
    }

    @Test
    void isNotLedOnByATotalThatGrows() {
        assertThat(bounds(told().put("records", 1_000_000L).put("first", 200L)).endlessness(LED, 1000, 99_000))
                .isPresent();
    }

    /** What a sequence was told, and went on with at another run. */
    private static Note told() {
        return new Note().put("largest", 1L).put("repeated", false);
    }

    private static PageBounds bounds(Note told) {
        return new PageBounds(tally(told), new Repeats(), 50, 1000);
    }

    private static PageBounds wide(Note told) {
        return PageBounds.usual(tally(told), new Repeats());
    }

    private static Tally tally(Note told) {
        Tally tally = new Tally();
        tally.goOn(told);
        return tally;
    }
}
