package dev.headrace.rest.paginate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.rest.http.HttpRequest;
import dev.headrace.source.Completeness.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaginatorDetectionTest {

    private final HttpRequest request = HttpRequest.get("items", "https://h/items");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"_links\": {\"next\": {\"href\": \"https://h/2\"}}}            | https://h/2",
                "{\"meta\": {\"next_url\": \"/2\"}}                               | https://h/2",
                "{\"a.b\": {\"Next Page\": \"/2\"}}                               | https://h/2",
                "{\"next\": null, \"paging\": {\"next\": \"/2\"}}                 | https://h/2",
                "{\"next\": {\"cursor\": \"x\", \"next_link\": \"/2\"}}           | https://h/2",
                "{\"next\": \"c1\"}                                             | https://h/items?cursor=c1",
                "{\"next\": 2}                                                  | https://h/items?cursor=2",
                "{\"total_pages\": 3}                                           | https://h/items?page=1",
                "{\"meta\": {\"Pages\": \"3\"}}                                   | https://h/items?page=1",
                "{\"page\": 0, \"total_pages\": 3}                              | https://h/items?page=1",
                "{\"page\": 1, \"total_pages\": 3}                              | https://h/items?page=2",
                "{\"page\": 7, \"meta\": {\"current_page\": 1, \"pages\": 3}}     | https://h/items?page=2",
                "{\"next\": \"x\", \"pages\": 3}                                | https://h/items?page=1",
                "{\"page\": 1, \"total_pages\": 1}                              | ",
                "{\"next\": \"\"}                                               | ",
                "{\"next\": [\"/2\"], \"pages\": \"many\"}                      | ",
                "{\"data\": [{\"next\": \"/2\"}], \"total_count\": 50}            | ",
                "[]                                                             | ",
            })
    void findsTheWayToTheNextPage(String body, String url) {
        FakePage page = FakePage.of(2, body);
        PageStep step = PaginatorDetection.detect(page).paginator().next(request, page);
        assertThat(step instanceof PageStep.Next next ? next.request().wireUrl() : null)
                .isEqualTo(url);
    }

    @Test
    void theLinkHeaderWinsOverTheBody() {
        FakePage page = FakePage.of(2, "{\"next\": \"/3\"}").withHeader("Link", "</2>; rel=next");
        assertThat(PaginatorDetection.detect(page))
                .isEqualTo(new PaginatorDetection.Detected(Paginators.headerLink("next"), null));
    }

    @Test
    void pagesThatCountFromOneAreEachReadOnce() {
        FakePage first = FakePage.of(2, "{\"page\": 1, \"total_pages\": 3}");
        Paginator paginator = PaginatorDetection.detect(first).paginator();
        PageStep.Next second = (PageStep.Next) paginator.next(request, first);
        PageStep.Next third = (PageStep.Next) paginator.next(second.request(), first);
        assertThat(third.request().wireUrl()).isEqualTo("https://h/items?page=3");
        assertThat(paginator.next(third.request(), first)).isEqualTo(PageStep.end());
    }

    @Test
    void saysWhereItIsNotSure() {
        assertThat(notice("{\"next\": \"/2\"}")).isNull();
        assertThat(notice("{\"page\": 1, \"total_pages\": 3}")).contains("'total_pages'", "counted from 1");
        assertThat(notice("{\"meta\": {\"total_pages\": 3}}"))
                .contains("'meta.total_pages'", "the first one is read twice");
        assertThat(notice("{\"next_update\": \"x\"}")).contains("'next_update'", "'cursor'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"meta\": {\"total\": 500}}   | 2 of the 500 records that 'meta.total' announces | {type: offset, limit: 2, total_path: meta.total}",
                "{\"count\": 2, \"Total_Count\": \"7\"} | 'Total_Count' | {type: page_number, base_page: 1, total_path: null}",
                "{\"p\": {\"hasMore\": true}}  | 'p.hasMore' is true | has_more_path: p.hasMore",
                "{\"@odata.nextLink\": \"/2\"} | '@odata.nextLink' names a next page | next_url_path: \"['@odata.nextLink']\"",
            })
    void saysWhatSpeaksForFurtherPagesAndWhichPaginatorToWrite(String body, String sign, String paginator) {
        assertThat(notice(body)).contains("one page is read", sign, paginator);
    }

    @Test
    void findsTotalsInHeadersToo() {
        FakePage page = FakePage.of(2, "[]");
        assertThat(PaginatorDetection.detect(page.withHeader("X-Total-Count", "9"))
                        .notice())
                .contains("2 of the 9 records that the header 'X-Total-Count'", "limit: 2, total_path: null");
        assertThat(PaginatorDetection.detect(page.withHeader("Content-Range", "items 0-1/9"))
                        .notice())
                .contains("Content-Range");
    }

    @Test
    void isQuietWhenAllThatIsAnnouncedHasCome() {
        assertThat(notice("{\"total\": 2}")).isNull();
        assertThat(notice("{\"count\": 2, \"next_page\": null}")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 25, 30, 50, 100, 500})
    void isLoudAboutAPageThatIsAsLongAsPagesOftenAre(int records) {
        assertThat(PaginatorDetection.detect(FakePage.of(records, "[]")).notice())
                .contains("one page is read", "exactly " + records + " records");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 13, 42, 101})
    void isQuietAboutPlainListsOfAnyOtherLength(int records) {
        PaginatorDetection.Detected detected = PaginatorDetection.detect(FakePage.of(records, "[]"));
        assertThat(detected.notice()).isNull();
        assertThat(detected.finding()).isNotNull().extracting(Finding::verdict).isEqualTo(Verdict.UNPROVEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"page_count\": 4}       | 1 of the 4 pages that 'page_count' announces",
                "{\"meta\": {\"last_page\": 12}} | 1 of the 12 pages that 'meta.last_page' announces",
                "{\"isLast\": false}       | 'isLast' is false",
            })
    void seesNumbersOfPagesAndFlagsOfTheLastOne(String body, String sign) {
        assertThat(notice(body)).contains("one page is read", sign);
        assertThat(PaginatorDetection.detect(FakePage.of(2, body)).finding())
                .isNotNull()
                .extracting(Finding::verdict)
                .isEqualTo(Verdict.MISMATCH);
    }

    private static @Nullable String notice(String body) {
        return PaginatorDetection.detect(FakePage.of(2, body)).notice();
    }
}
