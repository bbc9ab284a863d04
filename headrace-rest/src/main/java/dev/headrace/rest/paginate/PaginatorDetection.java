package dev.headrace.rest.paginate;

import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonString;
import dev.headrace.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guesses from the first page how to come to the next one: a {@code Link} header with relation {@code next}, a link in the
 * body under a key that begins with {@code next}, a number of pages, another value under such a key; otherwise there is one
 * page.
 */
public final class PaginatorDetection {

    private static final Set<String> TOTAL_PAGES = Set.of("total_pages", "pages", "totalpages");
    private static final Set<String> CURRENT_PAGE =
            Set.of("page", "current_page", "currentpage", "page_number", "pagenumber", "page_no", "current");
    private static final String ADVICE = " Name the paginator in the configuration to be sure.";

    private PaginatorDetection() {}

    /**
     * What was found.
     *
     * @param notice something the user should know about the guess; null when it is beyond doubt
     * @param finding what the guess says about whether all records come; null: the pages tell
     */
    public record Detected(
            Paginator paginator,
            @Nullable String notice,
            @Nullable Finding finding) {

        Detected(Paginator paginator, @Nullable String notice) {
            this(paginator, notice, null);
        }
    }

    /** The paginator to go on with from a page: the configured one, unless it is left to the page to show it. */
    public static Detected settle(@Nullable Paginator configured, Page page) {
        if (configured == null) {
            return detect(page);
        }
        return configured instanceof GuessingPaginator guessing
                ? guessing.settledBy(page)
                : new Detected(configured, null);
    }

    /** The paginator whose {@link Paginator#next} leads on from this page; its first request is not needed. */
    public static Detected detect(Page first) {
        boolean linked = first.headers()
                .find(HeaderLinkPaginator.LINK)
                .flatMap(header -> Links.find(header, "next"))
                .isPresent();
        if (linked) {
            return new Detected(Paginators.headerLink("next"), null);
        }
        Optional<ScalarSearch.Found> next = ScalarSearch.next(first.body());
        return next.filter(found -> isLink(found.value()))
                .map(found -> new Detected(jsonLink(found.keys()), null))
                .or(() -> pageNumbers(first.body()))
                .or(() -> next.map(PaginatorDetection::cursor))
                .orElseGet(() -> Guesses.ofOnePage(first));
    }

    private static boolean isLink(JsonValue value) {
        return value instanceof JsonString text
                && (text.text().startsWith("http") || text.text().startsWith("/"));
    }

    private static Optional<Detected> pageNumbers(JsonValue body) {
        return ScalarSearch.named(body, TOTAL_PAGES)
                .filter(found -> Total.number(found.value()).isPresent())
                .map(found -> pageNumbers(body, found));
    }

    private static Detected pageNumbers(JsonValue body, ScalarSearch.Found total) {
        OptionalLong current = currentPage(body, total.keys());
        long base = current.orElse(0) == 1 ? 1 : 0;
        String path = String.join(".", total.keys());
        String doubt = current.isPresent()
                ? ""
                : " The page does not say its own number: if pages count from 1, the first one is read twice and the last"
                        + " one never; then set {type: page_number, base_page: 1, total_path: " + path + "}.";
        return new Detected(
                pageNumbers(total.keys(), base),
                "Guessed from '" + path + "' that pages are asked for with 'page', counted from " + base + "." + doubt
                        + ADVICE);
    }

    /** The number that the first page gives itself: beside the number of pages, or anywhere. */
    private static OptionalLong currentPage(JsonValue body, List<String> totalKeys) {
        JsonValue beside =
                ValuePath.ofKeys(totalKeys.subList(0, totalKeys.size() - 1)).first(body);
        Optional<ScalarSearch.Found> found = beside instanceof JsonObject object
                ? ScalarSearch.named(object, CURRENT_PAGE).or(() -> ScalarSearch.named(body, CURRENT_PAGE))
                : Optional.empty();
        OptionalLong number = found.map(f -> Total.number(f.value())).orElse(OptionalLong.empty());
        return number.isPresent() && (number.getAsLong() == 0 || number.getAsLong() == 1)
                ? number
                : OptionalLong.empty();
    }

    private static Detected cursor(ScalarSearch.Found found) {
        return new Detected(
                cursor(found.keys()),
                "Guessed from '" + String.join(".", found.keys()) + "' that its value is sent back as 'cursor'."
                        + ADVICE);
    }

    static Paginator jsonLink(List<String> keys) {
        return new JsonLinkPaginator(ValuePath.ofKeys(keys));
    }

    static Paginator pageNumbers(List<String> totalKeys, long base) {
        Total pages = new Total(ValuePath.ofKeys(totalKeys), true);
        return new PageNumberPaginator(base, base, new Target.Param("page"), new Ending(pages, null, true, null));
    }

    static Paginator cursor(List<String> keys) {
        return new CursorPaginator(ValuePath.ofKeys(keys), new Target.Param("cursor"), false, null);
    }
}
