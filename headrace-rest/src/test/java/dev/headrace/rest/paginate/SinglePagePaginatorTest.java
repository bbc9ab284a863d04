package dev.headrace.rest.paginate;

class SinglePagePaginatorTest extends PaginatorContract {

    @Override
    Paginator paginator() {
        return Paginators.singlePage();
    }

    @Override
    Page middle() {
        return last();
    }

    @Override
    Page last() {
        return FakePage.of(2, "{\"next\": \"https://h/x\"}").withHeader("Link", "<https://h/x>; rel=next");
    }
}
