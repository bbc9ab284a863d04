package dev.headrace.rest.paginate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageNumberPaginatorTest extends PaginatorContract {

    @Override
    Paginator paginator() {
        return Paginators.pageNumber(1);
    }

    @Override
    Page middle() {
        return FakePage.of(2, "{\"total\": 2}");
    }

    @Override
    Page last() {
        return FakePage.of(2, "{\"total\": 2}");
    }

    @Test
    void countsFromItsBase() {
        FakePage page = FakePage.of(2, "{\"total\": 3}");
        assertThat(Sequence.queries("\"page_number\"", page)).containsExactly("page=0", "page=1", "page=2");
        assertThat(Sequence.queries("{\"type\": \"page_number\", \"base_page\": 1}", page))
                .containsExactly("page=1", "page=2", "page=3");
        assertThat(Sequence.queries("{\"type\": \"page_number\", \"base_page\": 1, \"page\": 2}", page))
                .containsExactly("page=2", "page=3");
    }

    @Test
    void doesNotShiftTheMaximumByTheBase() {
        FakePage page = FakePage.of(2, "{}");
        String node = "{\"type\": \"page_number\", \"maximum_page\": 2, \"total_path\": null, \"base_page\": ";
        assertThat(Sequence.queries(node + "0}", page)).containsExactly("page=0", "page=1");
        assertThat(Sequence.queries(node + "1}", page)).containsExactly("page=1");
        assertThat(Sequence.queries(node.replace(": 2", ": 0") + "0}", page)).containsExactly("page=0");
    }

    @Test
    void goesOnUntilAnEmptyPageWhereTheApiGivesNoTotal() {
        FakePage full = FakePage.of(2, "[]");
        assertThat(Sequence.queries(
                        "{\"type\": \"page_number\", \"page_param\": \"p\"}", full, full, FakePage.of(0, "[]")))
                .containsExactly("p=0", "p=1", "p=2");
    }

    @Test
    void announcesNoTotalSinceItsTotalCountsPages() {
        assertThat(paginator().announcedTotal(middle())).isEmpty();
    }
}
