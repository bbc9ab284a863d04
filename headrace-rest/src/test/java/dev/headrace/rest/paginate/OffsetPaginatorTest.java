package dev.headrace.rest.paginate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.rest.http.Body;
import dev.headrace.rest.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetPaginatorTest extends PaginatorContract {

    @Override
    Paginator paginator() {
        return Paginators.offset(2);
    }

    @Override
    Page middle() {
        return FakePage.of(2, "{\"total\": 4}");
    }

    @Override
    Page last() {
        return FakePage.of(2, "{\"total\": 4}");
    }

    @Test
    void countsUpToTheTotal() {
        assertThat(Sequence.queries("{\"type\": \"offset\", \"limit\": 2}", FakePage.of(2, "{\"total\": 5}")))
                .containsExactly("offset=0&limit=2", "offset=2&limit=2", "offset=4&limit=2");
    }

    @Test
    void startsWhereItIsTold() {
        assertThat(Sequence.queries(
                        "{\"type\": \"offset\", \"limit\": 2, \"offset\": 3, \"offset_param\": \"skip\", \"limit_param\": \"n\"}",
                        FakePage.of(2, "{\"total\": 6}")))
                .containsExactly("skip=3&n=2", "skip=5&n=2");
    }

    @Test
    void overwritesParametersOfTheSameNameAtTheirPlace() {
        HttpRequest own = HttpRequest.get("items", "https://h/x")
                .withParam("offset", 100L)
                .withParam("z", 1L);
        assertThat(paginator().first(own).wireUrl()).isEqualTo("https://h/x?offset=0&z=1&limit=2");
    }

    @Test
    void stopsAtTheMaximum() {
        String node = "{\"type\": \"offset\", \"limit\": 50, \"maximum_offset\": 100, \"total_path\": null}";
        assertThat(Sequence.queries(node, FakePage.of(50, "{}"))).hasSize(2);
        assertThat(Sequence.queries(node.replace("100", "101"), FakePage.of(50, "{}")))
                .hasSize(3);
    }

    @Test
    void tellsThatRecordsAreMissingWhenMoreFollowAShortPage() {
        Paginator paginator = Paginators.offset(100);
        HttpRequest second = HttpRequest.get("items", "https://h/x").withParam("offset", 100L);
        assertThat(paginator.notice(second, FakePage.of(30, "{}").after(30)))
                .contains("Records between its pages are missing");
        assertThat(paginator.notice(second, FakePage.of(30, "{}").after(100))).doesNotContain("missing");
    }

    @Test
    void goesOnUntilAnEmptyPageWhereTheApiGivesNoTotal() {
        FakePage full = FakePage.of(2, "{}");
        FakePage part = FakePage.of(1, "{}");
        FakePage empty = FakePage.of(0, "{}");
        String node = "{\"type\": \"offset\", \"limit\": 2}";
        assertThat(Sequence.queries(node, full, part, full, empty)).hasSize(4);
        assertThat(paginator().notice(paginator().first(request), full))
                .contains("'total'")
                .contains("until one is empty");
    }

    @Test
    void anEmptyPageEndsItWhateverTheTotal() {
        assertThat(Sequence.queries("{\"type\": \"offset\", \"limit\": 2}", FakePage.of(0, "{\"total\": 9}")))
                .hasSize(1);
        assertThat(Sequence.queries(
                        "{\"type\": \"offset\", \"limit\": 2, \"stop_after_empty_page\": false}",
                        FakePage.of(0, "{\"total\": 6}")))
                .hasSize(3);
    }

    @Test
    void whetherThereIsMoreDecidesAlone() {
        String node = "{\"type\": \"offset\", \"limit\": 2, \"has_more_path\": \"more\"}";
        assertThat(Sequence.queries(
                        node,
                        FakePage.of(2, "{\"total\": 2, \"more\": true}"),
                        FakePage.of(2, "{\"total\": 2, \"more\": \"Y\"}"),
                        FakePage.of(2, "{\"total\": 99, \"more\": \"F\"}")))
                .hasSize(3);
    }

    @Test
    void writesIntoTheBodyToo() {
        Paginator paginator = Sequence.paginator(
                "{\"type\": \"offset\", \"limit\": 2, \"offset_body_path\": \"page.offset\", \"limit_body_path\": \"page.limit\"}");
        HttpRequest first = paginator.first(request.withBody(Body.json(Map.of("f", 1L))));
        assertThat(first.body()).isEqualTo(Body.json(Map.of("f", 1L, "page", Map.of("offset", 0L, "limit", 2L))));
        PageStep.Next next = (PageStep.Next) paginator.next(first, middle());
        assertThat(next.request().bodyValue("page.offset")).contains(2L);
    }

    @Test
    void refusesABodyIntoWhichItCannotWrite() {
        Paginator paginator = Sequence.paginator("{\"type\": \"offset\", \"limit\": 2, \"offset_body_path\": \"a.b\"}");
        assertThatThrownBy(() -> paginator.first(request.withBody(Body.raw("x"))))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("'items'")
                .hasMessageContaining("'data'");
        assertThatThrownBy(() -> paginator.first(request.withBody(Body.json(Map.of("a", List.of())))))
                .hasMessageContaining("'a.b'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "20.9", "\"20\"", "\" 20 \""})
    void understandsTotalsOfSeveralKinds(String total) {
        assertThat(Sequence.queries(
                        "{\"type\": \"offset\", \"limit\": 10}", FakePage.of(10, "{\"total\": " + total + "}")))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"many\"", "\"5.0\"", "[1]", "{}", "null"})
    void failsWhereANamedTotalIsUnusable(String total) {
        Paginator paginator =
                Sequence.paginator("{\"type\": \"offset\", \"limit\": 2, \"total_path\": \"meta.count\"}");
        FakePage page = FakePage.of(2, "{\"meta\": {\"count\": " + total + "}}");
        assertThatThrownBy(() -> paginator.next(paginator.first(request), page))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("'items'")
                .hasMessageContaining("meta.count")
                .extracting(e -> ((SourceException) e).kind())
                .isEqualTo(FailureKind.PAGINATOR);
    }

    @Test
    void failsWhereNothingWouldEverEndIt() {
        Paginator paginator =
                Sequence.paginator("{\"type\": \"offset\", \"limit\": 2, \"stop_after_empty_page\": false}");
        assertThatThrownBy(() -> paginator.next(paginator.first(request), FakePage.of(2, "{}")))
                .hasMessageContaining("total_path 'total' was not found");
    }

    @Test
    void tellsWhenTheApiGivesLessThanWasAskedFor() {
        Paginator paginator = Paginators.offset(3);
        FakePage page = FakePage.of(2, "{\"total\": 5}");
        assertThat(paginator.notice(paginator.first(request), page))
                .contains("2 records")
                .contains("3 were asked for");
        PageStep.Next next = (PageStep.Next) paginator.next(paginator.first(request), page);
        assertThat(next.request().param("offset")).contains(3L);
    }

    @Test
    void tellsThatTheLimitIsNotHeeded() {
        Paginator paginator = Sequence.paginator("{\"type\": \"offset\", \"limit\": 2, \"limit_param\": \"n\"}");
        assertThat(paginator.notice(paginator.first(request), FakePage.of(9, "{\"total\": 9}")))
                .contains("9 records where 2", "does not heed the parameter 'n'", "more than once");
    }

    @Test
    void takesATotalBelowZeroForNone() {
        FakePage full = FakePage.of(2, "{\"total\": -1}");
        assertThat(Sequence.queries(
                        "{\"type\": \"offset\", \"limit\": 2}", full, full, FakePage.of(0, "{\"total\": -1}")))
                .hasSize(3);
        assertThat(paginator().notice(paginator().first(request), full))
                .contains("says -1", "'total'", "until one is empty");
        assertThat(paginator().announcedTotal(full)).isEmpty();
        Paginator endless = Sequence.paginator(
                "{\"type\": \"offset\", \"limit\": 2, \"total_path\": \"total\", \"stop_after_empty_page\": false}");
        assertThatThrownBy(() -> endless.next(endless.first(request), full))
                .hasMessageContaining("total_path 'total' is -1, which is no number of records");
    }

    @Test
    void announcesTheTotal() {
        assertThat(paginator().announcedTotal(middle())).isEqualTo(OptionalLong.of(4));
        assertThat(paginator().announcedTotal(FakePage.of(2, "{}"))).isEmpty();
    }
}
