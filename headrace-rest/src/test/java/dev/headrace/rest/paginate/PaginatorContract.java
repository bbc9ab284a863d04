package dev.headrace.rest.paginate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.headrace.json.JsonEdit;
import dev.headrace.json.JsonObject;
import dev.headrace.rest.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
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
        for (Page page : withoutOneMember()) {
            if (paginator().needsOnly(page.body())) {
                assertThat(paginator().next(first, page)).isEqualTo(paginator().next(first, middle()));
                assertThat(paginator().announcedTotal(page))
                        .isEqualTo(paginator().announcedTotal(middle()));
                assertThat(paginator().announcedPages(page))
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

    /** The page in the middle as it is without one of its members, or without one of those of an object in it. */
    private List<Page> withoutOneMember() {
        return middle().body() instanceof JsonObject body
                ? smaller(body).stream().map(this::with).toList()
                : List.of();
    }

    private static List<JsonObject> smaller(JsonObject object) {
        List<JsonObject> smaller = new ArrayList<>();
        object.members().forEach((key, value) -> {
            JsonEdit dropped = new JsonEdit(object);
            dropped.drop(dropped.place(key));
            smaller.add(dropped.object());
            if (value instanceof JsonObject inner) {
                for (JsonObject left : smaller(inner)) {
                    JsonEdit replaced = new JsonEdit(object);
                    replaced.put(replaced.place(key), left);
                    smaller.add(replaced.object());
                }
            }
        });
        return smaller;
    }

    private Page with(JsonObject body) {
        return new FakePage(middle().number(), middle().records(), middle().recordsBefore(), middle().headers(), body);
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
