package dev.headrace.rest.paginate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderCursorPaginatorTest extends PaginatorContract {

    @Override
    Paginator paginator() {
        return Paginators.headerCursor("X-Next", "after");
    }

    @Override
    Page middle() {
        return FakePage.of(1, "[]").withHeader("x-next", "c1");
    }

    @Override
    Page last() {
        return FakePage.of(1, "[]");
    }

    @Test
    void sendsTheHeaderBack() {
        assertThat(after(request, middle()).wireUrl()).endsWith("?own=1&after=c1");
        assertThat(Sequence.queries(
                        "\"header_cursor\"", FakePage.of(1, "[]").withHeader("Next", "2"), FakePage.of(1, "[]")))
                .containsExactly("", "cursor=2");
    }

    @Test
    void anEmptyHeaderIsTheEnd() {
        assertThat(paginator().next(request, FakePage.of(1, "[]").withHeader("X-Next", "")))
                .isEqualTo(PageStep.end());
    }
}
