package dev.headrace.rest.paginate;

import dev.headrace.json.JsonBoolean;
import dev.headrace.json.JsonNumber;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonString;
import dev.headrace.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an answer says of further records in places that no paginator was told of: by the names that APIs use for it. */
final class Signs {

    private static final Set<String> TOTALS = Set.of(
            "total",
            "total_count",
            "totalcount",
            "total_records",
            "totalrecords",
            "total_items",
            "totalitems",
            "total_results",
            "totalresults",
            "total_elements",
            "totalelements",
            "total_hits",
            "totalhits");
    private static final Set<String> COUNTS = Set.of("count", "record_count", "item_count", "@odata.count");
    private static final Set<String> PAGES = Set.of(
            "total_pages",
            "totalpages",
            "pages",
            "page_count",
            "pagecount",
            "last_page",
            "lastpage",
            "num_pages",
            "numpages",
            "max_page",
            "maxpage");
    private static final List<String> PAGE_HEADERS = List.of("X-Total-Pages", "X-WP-TotalPages", "X-Page-Count");
    private static final List<String> HEADERS = List.of("X-Total-Count", "X-Total", "X-WP-Total", "Total-Count");
    private static final Pattern RANGE = Pattern.compile(".*/\\s*(\\d{1,18})\\s*");
    private static final Set<String> FLAGS = Set.of(
            "has_more", "hasmore", "has_next", "hasnext", "has_next_page", "hasnextpage", "more_results", "more");
    private static final Set<String> LAST_FLAGS =
            Set.of("last", "is_last", "islast", "last_page", "lastpage", "is_last_page", "islastpage");
    private static final Set<String> NEXT = Set.of(
            "next",
            "next_page",
            "nextpage",
            "next_url",
            "nexturl",
            "next_link",
            "nextlink",
            "next_cursor",
            "nextcursor",
            "next_token",
            "nexttoken",
            "next_page_token",
            "nextpagetoken",
            "@odata.nextlink");

    private static final Set<String> METADATA =
            Set.of("meta", "_meta", "metadata", "pagination", "paging", "page", "page_info", "pageinfo");

    private Signs() {}

    /**
     * A number of records.
     *
     * @param path where it is in the body; empty when it is in a header
     * @param place the same, for messages
     */
    record Count(Optional<String> path, String place, long number) {}

    /** A value that says that there is more. */
    record More(List<String> keys, String text) {}

    /** The number of all records, if that is more than so many and no total says that these are all. */
    static Optional<Count> countAbove(Page page, long known) {
        return confirms(page, known) ? Optional.empty() : counts(page, known);
    }

    /**
     * Whether a total is exactly so many. Then other numbers count something else, such as facets, sums, or what there is
     * without the filter.
     */
    static boolean confirms(Page page, long known) {
        return ScalarSearch.named(page.body(), TOTALS, value -> number(value).equals(OptionalLong.of(known)))
                        .isPresent()
                || inHeaders(page).filter(count -> count.number() == known).isPresent();
    }

    /**
     * A total of more than so many where no facet and no sum would be: in a header, beside the records or among what is told of
     * the page. Speaks also against a total that is exactly so many.
     */
    static Optional<Count> plainTotalAbove(Page page, long known) {
        return page.body() instanceof JsonObject body
                ? Stream.of(inHeaders(page).stream(), totals("", body), totalsOfMetadata(body))
                        .flatMap(found -> found)
                        .filter(count -> count.number() > known)
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<Count> totalsOfMetadata(JsonObject body) {
        return body.members().entrySet().stream()
                .filter(member -> METADATA.contains(member.getKey().toLowerCase(Locale.ROOT)))
                .flatMap(member -> member.getValue() instanceof JsonObject metadata
                        ? totals(member.getKey() + ".", metadata)
                        : Stream.empty());
    }

    private static Stream<Count> totals(String above, JsonObject object) {
        return object.members().entrySet().stream()
                .filter(member -> TOTALS.contains(member.getKey().toLowerCase(Locale.ROOT)))
                .flatMap(member -> count(above + member.getKey(), number(member.getValue())).stream());
    }

    private static Optional<Count> count(String path, OptionalLong number) {
        return number.isPresent()
                ? Optional.of(new Count(Optional.of(path), "'" + path + "'", number.getAsLong()))
                : Optional.empty();
    }

    private static Optional<Count> counts(Page page, long known) {
        return Stream.of(inBody(page, TOTALS), inBody(page, COUNTS), inHeaders(page))
                .flatMap(Optional::stream)
                .filter(count -> count.number() > known)
                .findFirst();
    }

    /** The number of records, if some total says how many there are and none says less. */
    static OptionalLong announced(Page page, long read) {
        if (confirms(page, read)) {
            return OptionalLong.of(read);
        }
        return countAbove(page, read)
                .map(count -> OptionalLong.of(count.number()))
                .orElse(OptionalLong.empty());
    }

    /** A total below so many, where none is exactly so many. */
    static Optional<Count> totalBelow(Page page, long known) {
        return confirms(page, known)
                ? Optional.empty()
                : inBody(page, TOTALS)
                        .or(() -> inHeaders(page))
                        .filter(count -> count.number() >= 0 && count.number() < known);
    }

    /** What says that there are more records than so many, as a clause. */
    static Optional<String> moreThan(Page page, long read) {
        return countAbove(page, read)
                .or(() -> plainTotalAbove(page, read))
                .map(more -> more.place() + " says that there are " + more.number());
    }

    /** The number of pages, if that is more than so many. */
    static Optional<Count> pagesAbove(Page page, long known) {
        return Stream.of(inBody(page, PAGES), inHeaders(page, PAGE_HEADERS))
                .flatMap(Optional::stream)
                .filter(count -> count.number() > known)
                .findFirst();
    }

    /** A flag that says that there is more, or that this is not all. */
    static Optional<More> flag(Page page) {
        return flag(page, FLAGS, true).or(() -> flag(page, LAST_FLAGS, false));
    }

    private static Optional<More> flag(Page page, Set<String> names, boolean value) {
        return ScalarSearch.named(
                        page.body(), names, found -> Boolean.valueOf(value).equals(found.toJava()))
                .map(found -> new More(found.keys(), "'" + String.join(".", found.keys()) + "' is " + value));
    }

    /** A link to the next page, or what else stands for it. */
    static Optional<More> next(Page page) {
        boolean linked = page.headers()
                .find(HeaderLinkPaginator.LINK)
                .flatMap(header -> Links.find(header, "next"))
                .isPresent();
        return linked
                ? Optional.of(new More(List.of(), "the 'Link' header has a link to the next page"))
                : ScalarSearch.named(page.body(), NEXT)
                        .filter(found -> isSomething(found.value()))
                        .map(found ->
                                new More(found.keys(), "'" + String.join(".", found.keys()) + "' names a next page"));
    }

    private static boolean isSomething(JsonValue value) {
        return value instanceof JsonString text
                ? !text.text().isBlank()
                : value instanceof JsonNumber number && number.doubleValue() != 0;
    }

    private static Optional<Count> inBody(Page page, Set<String> names) {
        return ScalarSearch.named(page.body(), names)
                .flatMap(found -> count(String.join(".", found.keys()), number(found.value())));
    }

    private static OptionalLong number(JsonValue value) {
        return value instanceof JsonBoolean ? OptionalLong.empty() : Total.number(value);
    }

    private static Optional<Count> inHeaders(Page page) {
        return inHeaders(page, HEADERS)
                .or(() -> page.headers().find("Content-Range").flatMap(text -> count("Content-Range", text)));
    }

    private static Optional<Count> inHeaders(Page page, List<String> names) {
        return names.stream()
                .flatMap(name -> page.headers().find(name).flatMap(text -> count(name, "/" + text)).stream())
                .findFirst();
    }

    private static Optional<Count> count(String header, String text) {
        Matcher number = RANGE.matcher(text);
        return number.matches()
                ? Optional.of(
                        new Count(Optional.empty(), "the header '" + header + "'", Long.parseLong(number.group(1))))
                : Optional.empty();
    }
}
