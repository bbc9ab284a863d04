package dev.headrace.rest.paginate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitedPaginatorTest extends PaginatorContract {

    @Override
    Paginator paginator() {
        return new LimitedPaginator(Paginators.jsonLink("next"), 2);
    }

    @Override
    Page middle() {
        return FakePage.of(1, "{\"next\": \"/2\"}");
    }

    @Override
    Page last() {
        return FakePage.of(1, "{\"next\": \"/3\"}").withNumber(2);
    }

    @Test
    void everyTypeCanBeLimited() {
        FakePage page = FakePage.of(1, "{\"total\": 10}");
        assertThat(Sequence.queries("{\"type\": \"page_number\", \"max_pages\": 3}", page))
                .hasSize(3);
    }
}
