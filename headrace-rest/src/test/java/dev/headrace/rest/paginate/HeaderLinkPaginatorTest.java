package dev.headrace.rest.paginate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderLinkPaginatorTest extends PaginatorContract {

    @Override
    Paginator paginator() {
        return Paginators.headerLink("next");
    }

    @Override
    Page middle() {
        return page("<https://h/x?p=9>; rel=\"last\", <https://h/x?p=2&q=a,b>; title=\"a\"; rel=\"next\"");
    }

    @Override
    Page last() {
        return page("<https://h/x?p=1>; rel=\"prev\"");
    }

    @Test
    void followsTheLinkOfTheRelation() {
        assertThat(after(request, middle()).wireUrl()).isEqualTo("https://h/x?p=2&q=a,b");
        assertThat(Sequence.paginator("{\"type\": \"header_link\", \"links_next_key\": \"last\"}")
                        .next(request, middle()))
                .isEqualTo(PageStep.next(request.withUrl("https://h/x?p=9")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "</p?x=2>; rel=next         | https://h/p?x=2",
                "</p>;rel='next'            | https://h/p",
                "</p>; REL=\"next\"         | ",
                "</p>; rel=\"Next\"         | ",
                "</p>; rel=\"next last\"    | ",
                "</p>                       | ",
                "</a>; rel=next,</b>;rel=next | https://h/b",
            })
    void readsRelationsAsPythonDoes(String header, String target) {
        PageStep step = paginator().next(request, page(header));
        assertThat(step).isEqualTo(target == null ? PageStep.end() : PageStep.next(request.withUrl(target)));
    }

    private static FakePage page(String link) {
        return FakePage.of(1, "[]").withHeader("link", link);
    }
}
