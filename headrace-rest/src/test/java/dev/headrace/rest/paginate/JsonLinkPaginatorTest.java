package dev.headrace.rest.paginate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinkPaginatorTest extends PaginatorContract {

    @Override
    Paginator paginator() {
        return Paginators.jsonLink("next");
    }

    @Override
    Page middle() {
        return FakePage.of(0, "{\"next\": \"https://h/v1/items?page=2\"}");
    }

    @Override
    Page last() {
        return FakePage.of(1, "{\"next\": null}");
    }

    @ParameterizedTest
    @CsvSource({
        "https://o/x?p=2, https://o/x?p=2",
        "/x?p=2,          https://h/x?p=2",
        "?p=2,            https://h/v1/items?p=2",
        "y,               https://h/v1/y",
        "//o/x,           https://o/x",
    })
    void resolvesTheLinkAndSendsOnlyItsQuery(String link, String url) {
        assertThat(after(request, FakePage.of(1, "{\"next\": \"" + link + "\"}"))
                        .wireUrl())
                .isEqualTo(url);
    }

    @Test
    void findsLinksUnderQuotedNames() {
        Paginator paginator =
                Sequence.paginator("{\"type\": \"json_response\", \"next_url_path\": \"['@odata.nextLink']\"}");
        assertThat(paginator.next(request, FakePage.of(1, "{\"@odata.nextLink\": \"?$skip=1\"}")))
                .isEqualTo(PageStep.next(request.withUrl("https://h/v1/items?$skip=1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"next\": \"\"}", "{\"next\": false}"})
    void endsWithoutALink(String body) {
        assertThat(paginator().next(request, FakePage.of(1, body))).isEqualTo(PageStep.end());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "{\"href\": \"/x\"}", "\"ftp://h/x\"", "true"})
    void refusesWhatIsNoLink(String value) {
        assertThatThrownBy(() -> paginator().next(request, FakePage.of(1, "{\"next\": " + value + "}")))
                .hasMessageContaining("'items'")
                .hasMessageContaining("link");
    }
}
