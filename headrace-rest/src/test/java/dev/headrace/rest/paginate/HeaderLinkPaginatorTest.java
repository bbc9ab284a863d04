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
                "</p>; REL=\"next\"         | https://h/p",
                "</p>; rel=\"NEXT\"         | https://h/p",
                "</p>; rel=\"next last\"    | https://h/p",
                "</p>; rel=last  Next       | https://h/p",
                "</p>; rel=\"prev nextish\" | ",
                "</p>                       | ",
                "</p>; rel                  | ",
                "                           | ",
                "</a>; rel=next,</b>;rel=next | https://h/b",
                "</a>; rel=next, </b>; rel=\"Next\" | https://h/a",
                "</p;v=1?a=b,c>; rel=next   | https://h/p;v=1?a=b,c",
                "</a>; title=\"x; rel=prev, </c>\"; rel=next | https://h/a",
                "</a>; title=a, b; rel=next, </b>; rel=prev   | https://h/a",
                "</p>; rel = \"next\" ; title=\"t\"           | https://h/p",
                "</a>; rel=prev; rel=next   | https://h/a",
                "/p; rel=next               | https://h/p",
                "'</p>; rel=\"next\"'       | https://h/p",
            })
    void findsTheLinkWhoseRelationsHaveIt(String header, String target) {
        PageStep step = paginator().next(request, page(header));
        assertThat(step).isEqualTo(target == null ? PageStep.end() : PageStep.next(request.withUrl(target)));
    }

    @Test
    void takesARelationWordForWord() {
        assertThat(Links.find("</a>; rel=\"Next\", </b>; rel=next", "Next")).contains("/a");
        assertThat(Links.find("</a>; rel=\"next last\", </b>; rel=last", "next last"))
                .contains("/a");
    }

    private static FakePage page(String link) {
        return FakePage.of(1, "[]").withHeader("link", link);
    }
}
