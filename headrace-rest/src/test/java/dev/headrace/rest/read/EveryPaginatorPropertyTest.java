package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.rest.read.PagedApi.Style;
import dev.headrace.testkit.api.FakeApi;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every paginator reads every record exactly once and in order, however large the pages are and whatever fails. */
class EveryPaginatorPropertyTest {

    private static Reading read(FakeApi server, PagedApi api, int maxPages, int concurrency) {
        server.otherwise(api::answer);
        return Reading.of(Reading.source("{'client': {'base_url': '" + server.url() + "', 'concurrency': " + concurrency
                + "}, 'resources': " + api.resource(maxPages) + "}"));
    }

    @Property(tries = 150)
    void readsEveryRecordOnceAndInOrder(
            @ForAll Style style,
            @ForAll @IntRange(max = 40) int total,
            @ForAll @IntRange(min = 1, max = 12) int size,
            @ForAll @IntRange(max = 4) int failing,
            @ForAll @IntRange(min = 1, max = 8) int concurrency) {
        PagedApi api = new PagedApi(style, total, size, failing);
        try (FakeApi server = FakeApi.start()) {
            Reading reading = read(server, api, 0, concurrency);

            assertThat(reading.records("a")).isEqualTo(api.records(total));
            assertThat(server.mostAtOnce()).isLessThanOrEqualTo(concurrency);
        }
    }

    @Property(tries = 80)
    void readsNoMorePagesThanWanted(
            @ForAll Style style,
            @ForAll @IntRange(max = 30) int total,
            @ForAll @IntRange(min = 1, max = 8) int size,
            @ForAll @IntRange(min = 1, max = 6) int most,
            @ForAll @IntRange(min = 1, max = 8) int concurrency) {
        Assume.that(style.isPaginator());
        PagedApi api = new PagedApi(style, total, size, 0);
        try (FakeApi server = FakeApi.start()) {
            Reading reading = read(server, api, most, concurrency);

            assertThat(reading.records("a")).isEqualTo(api.records(Math.min(total, most * size)));
            assertThat(server.requests()).hasSizeLessThanOrEqualTo(most);
        }
    }
}
