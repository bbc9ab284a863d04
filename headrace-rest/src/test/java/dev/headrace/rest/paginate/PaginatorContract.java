package dev.headrace.rest.paginate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.headrace.json.JsonEdit;
import dev.headrace.json.JsonObject;
import dev.headrace.rest.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every paginator keeps to. */
abstract class PaginatorContract {

    final HttpRequest request =
            HttpRequest.get("items", "https://h/v1/items").withParam("own", "1").withHeader("X-Own", "1");

    /** The paginator, as it is used most often. */
    abstract Paginator paginator();

    /** A page in the middle of a sequence: there is another one. Single pages say {@link #last} here too. */
    abstract Page middle();

    /** The last page of a sequence. */
    abstract Page last();

    @Test
    void endsAfterTheLastPage() {
        HttpRequest second = after(paginator().first(request), middle());
        assertThat(paginator().next(second, last())).isEqualTo(PageStep.end());
    }

    @Test
    void theSamePageAlwaysLeadsToTheSameStep() {
        Paginator shared = paginator();
        HttpRequest first = shared.first(request);
        PageStep step = shared.next(first, middle());
        shared.next(first, last());
        assertThat(shared.next(first, middle())).isEqualTo(step);
        assertThat(paginator().next(paginator().first(request), middle())).isEqualTo(step);
    }

    @Test
    void neverAsksForTheSamePageAgain() {
        List<HttpRequest> asked = new ArrayList<>(List.of(paginator().first(request)));
        PageStep step = paginator().next(asked.get(0), middle());
        if (step instanceof PageStep.Next next) {
            assertThat(next.request()).isNotEqualTo(asked.get(0));
        }
    }

    @Test
    void knowsNothingAheadThatWouldNotBeAskedForNext() {
        HttpRequest first = paginator().first(request);
        List<HttpRequest> ahead = paginator().ahead(first, middle());
        if (!ahead.isEmpty()) {
            assertThat(paginator().next(first, middle()))
                    .isInstanceOfSatisfying(
                            PageStep.Next.class,
                            next -> assertThat(next.request()).isEqualTo(ahead.get(0)));
        }
        assertThat(paginator().ahead(after(first, middle()), last())).isEmpty();
    }

    @Test
    void keepsMethodHeadersAndResource() {
        HttpRequest first = paginator().first(request);
        HttpRequest second = after(first, middle());
        for (HttpRequest made : List.of(first, second)) {
            assertThat(made.method()).isEqualTo("GET");
            assertThat(made.headers()).isEqualTo(request.headers());
            assertThat(made.resource()).isEqualTo("items");
        }
    }

    @Test
    void membersThatItDoesNotNeedChangeNothing() {
        HttpRequest first = paginator().first(request);
        Set<String> keys =
                middle().body() instanceof JsonObject body ? body.members().keySet() : Set.of();
        for (String left : keys) {
            Set<String> others = new HashSet<>(keys);
            others.remove(left);
            if (paginator().needsOnly(with(others).body())) {
                assertThat(paginator().next(first, with(others)))
                        .isEqualTo(paginator().next(first, middle()));
                assertThat(paginator().announcedTotal(with(others)))
                        .isEqualTo(paginator().announcedTotal(middle()));
                assertThat(paginator().announcedPages(with(others)))
                        .isEqualTo(paginator().announcedPages(middle()));
            }
        }
    }

    @Test
    void recordsThatItDoesNotNeedChangeNothing() {
        HttpRequest first = paginator().first(request);
        FakePage list =
                FakePage.of(1, "[{\"id\": 1, \"total\": 1, \"next\": \"/b\"}]").withHeaders(middle().headers());
        FakePage ends = FakePage.of(1, "[]").withHeaders(middle().headers());
        if (paginator().needsOnly(ends.body())) {
            assertThat(paginator().next(first, ends)).isEqualTo(paginator().next(first, list));
            assertThat(paginator().announcedTotal(ends)).isEqualTo(paginator().announcedTotal(list));
            assertThat(paginator().announcedPages(ends)).isEqualTo(paginator().announcedPages(list));
        }
    }

    private Page with(Set<String> keys) {
        JsonObject body = (JsonObject) middle().body();
        JsonEdit edit = new JsonEdit(body);
        body.members().keySet().stream().filter(key -> !keys.contains(key)).forEach(key -> edit.drop(edit.place(key)));
        return new FakePage(
                middle().number(), middle().records(), middle().recordsBefore(), middle().headers(), edit.object());
    }

    @Test
    void announcingATotalNeverFails() {
        assertThatCode(() -> paginator().announcedTotal(FakePage.of(0, "[]"))).doesNotThrowAnyException();
        assertThatCode(() -> paginator().announcedTotal(FakePage.of(1, "{\"total\": \"many\"}")))
                .doesNotThrowAnyException();
    }

    /** The request that follows; the same one when there is none. */
    HttpRequest after(HttpRequest asked, Page page) {
        return paginator().next(asked, page) instanceof PageStep.Next next ? next.request() : asked;
    }
}
