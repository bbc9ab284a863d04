package dev.headrace.rest.read;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.Answer.Delivery;
import dev.headrace.testkit.api.RecordedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An API with records in pages, one way or another, which fails now and then. Used by one server. */
final class PagedApi {

    private static final Pattern PLACE = Pattern.compile("\\b(offset|after|cursor|page)\\b\\W+(\\d+)");

    /** How pages are asked for, and where an answer shows what follows: {@code FROM}, {@code MORE} and so on stand for it. */
    enum Style {
        OFFSET("{'type': 'offset', 'limit': SIZE}", "'total': TOTAL"),
        OFFSET_UNTIL_EMPTY("{'type': 'offset', 'limit': SIZE, 'total_path': null}", "'x': 1"),
        OFFSET_TOTAL_AS_TEXT(
                "{'type': 'offset', 'limit': SIZE, 'offset': 0, 'total_path': 'm.n'}", "'m': {'n': 'TOTAL'}"),
        OFFSET_FLAGGED("{'type': 'offset', 'limit': SIZE, 'total_path': null, 'has_more_path': 'm'}", "'m': MORE"),
        OFFSET_TO_MAXIMUM(
                "{'type': 'offset', 'limit': SIZE, 'total_path': null, 'maximum_offset': 45,"
                        + " 'stop_after_empty_page': false}",
                "'x': 1"),
        OFFSET_IN_BODY(
                "{'type': 'offset', 'limit': SIZE, 'offset_body_path': 'p.offset', 'limit_body_path': 'p.limit'},"
                        + " 'method': 'POST', 'json': {'q': 1}",
                "'total': TOTAL"),
        PAGES("{'type': 'page_number', 'total_path': 'pages'}", "'pages': PAGES"),
        PAGES_FROM_ONE("{'type': 'page_number', 'base_page': 1, 'total_path': 'pages'}", "'pages': PAGES", 1),
        PAGES_UNTIL_EMPTY("{'type': 'page_number', 'total_path': null}", "'x': 1"),
        PAGES_FLAGGED(
                "{'type': 'page_number', 'base_page': 1, 'total_path': null, 'has_more_path': 'm'}", "'m': 'MORE'", 1),
        PAGES_IN_BODY(
                "{'type': 'page_number', 'page_body_path': 'page', 'total_path': 'pages'}, 'method': 'POST'",
                "'pages': PAGES"),
        CURSOR("{'type': 'cursor', 'cursor_path': 'c'}", "'c': FROM"),
        CURSOR_FLAGGED("{'type': 'cursor', 'cursor_path': 'c', 'has_more_path': 'm'}", "'c': 'FROM', 'm': MORE"),
        CURSOR_IN_BODY(
                "{'type': 'cursor', 'cursor_path': 'c', 'cursor_body_path': 'page.after'}, 'method': 'POST'",
                "'c': 'FROM'"),
        HEADER_CURSOR("{'type': 'header_cursor', 'cursor_key': 'X-From'}", "'x': 1"),
        JSON_LINK("{'type': 'json_link', 'next_url_path': 'links.next'}", "'links': {'next': LINK}"),
        HEADER_LINK("'header_link'", "'x': 1"),
        GUESSED_HEADER_LINK("'auto'", "'x': 1"),
        GUESSED_LINK("'auto'", "'paging': {'next': LINK}"),
        GUESSED_PAGES("'auto'", "'total_pages': PAGES, 'page': NUMBER"),
        GUESSED_PAGES_FROM_ONE("'auto'", "'total_pages': PAGES, 'page': NUMBER", 1),
        GUESSED_CURSOR("'auto'", "'next_cursor': 'FROM'"),
        GRAPHQL("", "'pageInfo': {'endCursor': 'FROM', 'hasNextPage': MORE}");

        private static final String QUERY = "'path': 'q', 'data_selector': 'data.items.records', 'graphql': {"
                + "'query': 'query ($after: String) { items(after: $after) { records { id } } }', 'cursor': {'path':"
                + " 'data.items.pageInfo.endCursor', 'has_more': 'data.items.pageInfo.hasNextPage'}}";

        private final String endpoint;
        private final String hints;
        private final int firstPage;

        Style(String paginator, String hints) {
            this(paginator, hints, 0);
        }

        Style(String paginator, String hints, int firstPage) {
            this.endpoint = paginator.isEmpty() ? QUERY : "'data_selector': 'records', 'paginator': " + paginator;
            this.hints = hints;
            this.firstPage = firstPage;
        }

        /** Whether {@code max_pages} is an option of its. */
        boolean isPaginator() {
            return this != GRAPHQL;
        }
    }

    private final Style style;
    private final int total;
    private final int size;
    private final int failing;
    /** How often each request was made. */
    private final Map<String, Integer> attempts = new HashMap<>();

    /** @param failing every so many-th request fails, once or twice; 0 for none */
    PagedApi(Style style, int total, int size, int failing) {
        this.style = style;
        this.total = total;
        this.size = size;
        this.failing = failing;
    }

    /** The configuration of a resource {@code a}; at most so many pages, 0 for all. */
    String resource(int maxPages) {
        String endpoint = style.endpoint.replace("SIZE", "" + size);
        if (maxPages > 0) {
            endpoint = endpoint.contains("'type'")
                    ? endpoint.replace("{'type'", "{'max_pages': " + maxPages + ", 'type'")
                    : endpoint.replaceAll("('auto'|'header_link')", "{'type': $1, 'max_pages': " + maxPages + "}");
        }
        return "[{'name': 'a', 'endpoint': {" + endpoint + "}}]";
    }

    List<String> records(int count) {
        return IntStream.range(0, count).mapToObj(PagedApi::record).toList();
    }

    Answer answer(RecordedRequest request) {
        String asked = request.target() + " " + request.bodyText();
        int attempt = attempts.merge(asked, 1, Integer::sum);
        int hash = Math.floorMod(asked.hashCode() * 31 + total, 1009);
        boolean fails = failing > 0 && hash % failing == 0 && attempt <= 1 + hash % 2;
        return fails ? failure(hash % 7) : page(asked);
    }

    private static Answer failure(int kind) {
        Answer page = Answer.json("{\"records\":[{\"id\":999},{\"id\":1000},{\"id\":1001}]}");
        return switch (kind) {
            case 0 -> Answer.status(500);
            case 1 -> Answer.status(503).header("Retry-After", "2");
            case 2 -> Answer.status(429).header("Retry-After", "3");
            case 3 -> Answer.status(429);
            case 4 -> page.delivered(Delivery.TOO_SHORT);
            case 5 -> page.delivered(Delivery.BROKEN_CHUNK);
            default -> Answer.reset();
        };
    }

    private Answer page(String asked) {
        Matcher place = PLACE.matcher(asked);
        boolean first = !place.find();
        boolean paged = !first && place.group(1).equals("page");
        int number = first ? 0 : Integer.parseInt(place.group(2));
        int from = paged ? (number - style.firstPage) * size : number;
        int to = Math.min(total, from + size);
        String fields = fields(from, to);
        Answer answer =
                Answer.json(style == Style.GRAPHQL ? "{\"data\":{\"items\":{" + fields + "}}}" : "{" + fields + "}");
        if (to >= total) {
            return answer;
        }
        return switch (style) {
            case HEADER_CURSOR -> answer.header("X-From", "" + to);
            case HEADER_LINK, GUESSED_HEADER_LINK ->
                answer.header("Link", "</a?offset=0>; rel=\"first\", </a?offset=" + to + ">; rel=\"next\"");
            default -> answer;
        };
    }

    private String fields(int from, int to) {
        String records = IntStream.range(from, Math.max(from, to))
                .mapToObj(PagedApi::record)
                .collect(Collectors.joining(","));
        boolean more = to < total;
        String hints = style.hints
                .replace("TOTAL", "" + total)
                .replace("PAGES", "" + (total + size - 1) / size)
                .replace("NUMBER", "" + (from / size + style.firstPage))
                .replace("MORE", "" + more)
                .replace("LINK", more ? "'/a?offset=" + to + "'" : "null")
                .replace("'FROM'", more ? "'" + to + "'" : "null")
                .replace("FROM", more ? "" + to : "null");
        return "\"records\":[" + records + "]," + hints.replace('\'', '"');
    }

    private static String record(int id) {
        return "{\"id\":" + id + "}";
    }
}
