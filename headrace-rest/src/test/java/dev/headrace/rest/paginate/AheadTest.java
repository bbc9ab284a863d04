package dev.headrace.rest.paginate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.rest.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AheadTest {

    private static final int ENOUGH = 400;

    private final HttpRequest items = HttpRequest.get("items", "https://h/items");

    /** What the paginator asks for when every page says the same. */
    private List<HttpRequest> following(Paginator paginator, FakePage page) {
        List<HttpRequest> asked = new ArrayList<>();
        PageStep step = paginator.next(paginator.first(items), page);
        while (step instanceof PageStep.Next next && asked.size() < ENOUGH) {
            asked.add(next.request());
            step = paginator.next(next.request(), page.withNumber(asked.size() + 1));
        }
        return asked;
    }

    private List<HttpRequest> ahead(String node, FakePage page) {
        Paginator paginator = Sequence.paginator(node);
        return paginator.ahead(paginator.first(items), page);
    }

    @Property(tries = 200)
    void offsetsAheadAreThoseThatAreAskedForOneByOne(
            @ForAll @IntRange(min = 1, max = 20) int limit,
            @ForAll @LongRange(min = 0, max = 30) long offset,
            @ForAll @LongRange(min = 0, max = 300) long total,
            @ForAll @LongRange(min = 0, max = 400) long maximum,
            @ForAll @IntRange(min = 1, max = 100) int maxPages) {
        Paginator paginator = Sequence.paginator("{\"type\": \"offset\", \"limit\": " + limit + ", \"offset\": "
                + offset + ", \"maximum_offset\": " + maximum + ", \"max_pages\": " + maxPages + "}");
        FakePage page = FakePage.of(limit, "{\"total\": " + total + "}");

        assertThat(List.copyOf(paginator.ahead(paginator.first(items), page))).isEqualTo(following(paginator, page));
    }

    @Property(tries = 200)
    void pageNumbersAheadAreThoseThatAreAskedForOneByOne(
            @ForAll @LongRange(min = 0, max = 2) long basePage,
            @ForAll @LongRange(min = 0, max = 5) long skipped,
            @ForAll @LongRange(min = 0, max = 100) long total) {
        Paginator paginator = Sequence.paginator(
                "{\"type\": \"page_number\", \"base_page\": " + basePage + ", \"page\": " + (basePage + skipped) + "}");
        FakePage page = FakePage.of(10, "{\"total\": " + total + "}");

        assertThat(List.copyOf(paginator.ahead(paginator.first(items), page))).isEqualTo(following(paginator, page));
    }

    @Test
    void nothingIsKnownAheadWhereTheEndIsNot() {
        assertThat(ahead("{\"type\": \"offset\", \"limit\": 2}", FakePage.of(2, "{}")))
                .isEmpty();
        assertThat(ahead("{\"type\": \"page_number\", \"maximum_page\": 9}", FakePage.of(2, "{}")))
                .isEmpty();
        assertThat(ahead("{\"type\": \"page_number\", \"has_more_path\": \"more\"}", FakePage.of(2, "{\"total\": 9}")))
                .isEmpty();
    }

    @Test
    void nothingIsKnownAheadOfAnEmptyPageThatEndsTheSequence() {
        assertThat(ahead("{\"type\": \"offset\", \"limit\": 2}", FakePage.of(0, "{\"total\": 9}")))
                .isEmpty();
    }

    @Test
    void aMaximumIsTheEndWhereNothingElseEndsTheSequence() {
        String node = "{\"type\": \"page_number\", \"maximum_page\": 9, \"total_path\": null,"
                + " \"stop_after_empty_page\": false}";
        assertThat(ahead(node, FakePage.of(2, "{}"))).hasSize(8);
    }

    @Test
    void countsInTheBodyAreKnownAheadToo() {
        String node = "{\"type\": \"offset\", \"limit\": 2, \"offset_body_path\": \"page.from\"}";
        assertThat(ahead(node, FakePage.of(2, "{\"total\": 6}")))
                .extracting(request -> request.bodyValue("page.from").orElseThrow())
                .containsExactly(2L, 4L);
    }

    @Test
    void anEndlessTotalTakesNoMemory() {
        assertThat(ahead("{\"type\": \"offset\", \"limit\": 2}", FakePage.of(2, "{\"total\": 100000000000000000}")))
                .hasSize(Integer.MAX_VALUE);
    }
}
