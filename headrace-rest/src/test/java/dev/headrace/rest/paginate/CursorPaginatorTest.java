package dev.headrace.rest.paginate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.rest.http.Body;
import dev.headrace.rest.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorPaginatorTest extends PaginatorContract {

    @Override
    Paginator paginator() {
        return Paginators.cursor("cursors.next", "cursor");
    }

    @Override
    Page middle() {
        return FakePage.of(0, "{\"cursors\": {\"next\": \"a/b=\"}}");
    }

    @Override
    Page last() {
        return FakePage.of(2, "{\"cursors\": {\"next\": null}}");
    }

    @Test
    void sendsTheCursorBackAndKeepsTheOtherParameters() {
        assertThat(after(paginator().first(request), middle()).wireUrl()).endsWith("?own=1&cursor=a%2Fb%3D");
        assertThat(Sequence.queries("\"cursor\"", (FakePage) middle(), (FakePage) last()))
                .containsExactly("", "cursor=a%2Fb%3D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"c\": null}",
                "{\"c\": \"\"}",
                "{\"c\": 0}",
                "{\"c\": 0.0}",
                "{\"c\": false}",
                "{\"c\": []}"
            })
    void endsWithoutACursor(String body) {
        assertThat(Paginators.cursor("c", "c").next(request, FakePage.of(1, body)))
                .isEqualTo(PageStep.end());
    }

    @Test
    void refusesAnObjectAsAQueryParameter() {
        assertThatThrownBy(() -> Paginators.cursor("c", "after").next(request, FakePage.of(1, "{\"c\": {\"id\": 1}}")))
                .hasMessageContaining("parameter 'after' is an object")
                .hasMessageContaining("Check the path");
    }

    @Test
    void keepsTheTypeOfTheCursorInTheBody() {
        Paginator paginator = Sequence.paginator(
                "{\"type\": \"cursor\", \"cursor_path\": \"n\", \"cursor_body_path\": \"page.after\"}");
        HttpRequest post = request.withBody(Body.json(Map.of("q", "x")));
        PageStep.Next next = (PageStep.Next) paginator.next(post, FakePage.of(1, "{\"n\": 12}"));
        assertThat(next.request().body()).isEqualTo(Body.json(Map.of("q", "x", "page", Map.of("after", 12L))));
    }

    @Test
    void stopsAtAnEmptyPageOnlyWhenTold() {
        FakePage empty = FakePage.of(0, "{\"c\": \"x\"}");
        String node = "{\"type\": \"cursor\", \"cursor_path\": \"c\", \"stop_after_empty_page\": ";
        assertThat(Sequence.paginator(node + "true}").next(request, empty)).isEqualTo(PageStep.end());
        assertThat(Sequence.paginator(node + "false}").next(request, empty)).isInstanceOf(PageStep.Next.class);
    }

    @Test
    void whetherThereIsMoreDecidesAlone() {
        Paginator paginator =
                Sequence.paginator("{\"type\": \"cursor\", \"cursor_path\": \"c\", \"has_more_path\": \"more\"}");
        assertThat(paginator.next(request, FakePage.of(1, "{\"c\": \"x\", \"more\": false}")))
                .isEqualTo(PageStep.end());
        assertThatThrownBy(() -> paginator.next(request, FakePage.of(1, "{\"more\": true}")))
                .hasMessageContaining("'items'")
                .hasMessageContaining("again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"more\": null}", "{\"more\": 1}", "{\"more\": \"perhaps\"}"})
    void failsWhenItDoesNotSayWhetherThereIsMore(String body) {
        Paginator paginator = Sequence.paginator("{\"type\": \"cursor\", \"has_more_path\": \"more\"}");
        assertThatThrownBy(() -> paginator.next(request, FakePage.of(1, body)))
                .hasMessageContaining("has_more_path 'more'");
    }
}
