package dev.headrace.rest.paginate;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to say where no way to another page was found: what speaks for one, and which paginator to write. */
final class Guesses {

    private static final Set<Long> USUAL_SIZES =
            Set.of(10L, 15L, 20L, 25L, 30L, 40L, 50L, 60L, 64L, 75L, 80L, 128L, 150L, 256L, 512L, 1024L);
    private static final String NOTHING = "Found nothing that leads to another page, so one page is read";

    private Guesses() {}

    /** The only page, and what is to be said of it. */
    static PaginatorDetection.Detected ofOnePage(Page first) {
        Optional<String> evidence = first.records() <= 1 ? Optional.empty() : evidence(first); // most likely no list
        if (evidence.isPresent()) {
            return onePage(NOTHING + evidence.get(), Finding.mismatch("one page was read" + evidence.get()));
        }
        if (isAnnounced(first)) {
            return onePage(null, Finding.complete());
        }
        boolean suspicious = isUsualSize(first.records());
        return onePage(
                suspicious
                        ? NOTHING + ". It has exactly " + first.records()
                                + " records, as pages often have: there may be"
                                + " more. Name the paginator to be sure: single_page, if these are all records."
                        : null,
                Finding.unproven(
                        "one page was read, and nothing tells that it is the only one: no paginator is named"));
    }

    private static PaginatorDetection.Detected onePage(@Nullable String notice, Finding finding) {
        return new PaginatorDetection.Detected(Paginators.singlePage(), notice, finding);
    }

    /** Whether a page has as many records as is usual for pages, rather than for lists. */
    static boolean isUsualSize(long records) {
        return USUAL_SIZES.contains(records) || records > 0 && (records % 100 == 0 || records % 250 == 0);
    }

    /** Whether the API says that there are no more records than those on its only page. */
    private static boolean isAnnounced(Page only) {
        return Signs.confirms(only, only.records())
                || only.records() > 0
                        && Signs.countAbove(only, only.records() - 1L)
                                .filter(count -> count.number() == only.records())
                                .isPresent();
    }

    /** What speaks for further pages, as the rest of a sentence, and the way out. */
    private static Optional<String> evidence(Page first) {
        Optional<Signs.More> link = Signs.next(first);
        if (link.isPresent()) {
            return Optional.of(", although " + link.get().text()
                    + ". Name the paginator: {type: json_link, next_url_path: \"" + jsonPath(link.get()) + "\"}.");
        }
        Optional<Signs.Count> count = Signs.countAbove(first, first.records());
        if (count.isPresent()) {
            return Optional.of(": " + first.records() + " of the " + count.get().number() + " records that "
                    + count.get().place() + " announces. " + counted(first, count.get()));
        }
        Optional<Signs.More> flag = Signs.flag(first);
        if (flag.isPresent()) {
            return Optional.of(", although " + flag.get().text() + ". " + flagged(first, flag.get()));
        }
        return Signs.pagesAbove(first, 1)
                .map(pages -> ": 1 of the " + pages.number() + " pages that " + pages.place()
                        + " announces. Name the paginator, by what the API's documentation says: {type: page_number, base_page: 1,"
                        + " total_path: " + pages.path().orElse("null") + "}.");
    }

    private static String counted(Page first, Signs.Count count) {
        return "Name the paginator, by what the API's documentation says: {type: offset, limit: " + first.records()
                + ", total_path: " + count.path().orElse("null")
                + "}, {type: page_number, base_page: 1, total_path: null}, or single_page if there is no other page.";
    }

    private static String flagged(Page first, Signs.More flag) {
        if (flag.text().endsWith("false")) {
            return "Name the paginator, by what the API's documentation says: {type: offset, limit: " + first.records()
                    + ", total_path: null} or {type: page_number, base_page: 1, total_path: null}.";
        }
        String path = String.join(".", flag.keys());
        return "Name the paginator, by what the API's documentation says: {type: offset, limit: " + first.records()
                + ", total_path: null, has_more_path: " + path
                + "}, {type: page_number, base_page: 1, total_path: null,"
                + " has_more_path: " + path + "} or {type: cursor, cursor_path: …, has_more_path: " + path + "}.";
    }

    private static String jsonPath(Signs.More link) {
        StringBuilder path = new StringBuilder();
        for (String key : link.keys()) {
            path.append(key.matches("[A-Za-z_]\\w*") ? (path.isEmpty() ? "" : ".") + key : "['" + key + "']");
        }
        return path.toString();
    }
}
