package dev.headrace.rest.paginate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to say where no way to another page was found: what speaks for one, and which paginator to write. */
final class Guesses {

    private static final String NOTHING = "Found nothing that leads to another page, so one page is read";

    private Guesses() {}

    /** Null when nobody has to know. */
    static @Nullable String ofOnePage(Page first) {
        if (first.records() <= 1) {
            return null; // most likely not a list at all
        }
        Optional<Signs.More> link = Signs.next(first);
        if (link.isPresent()) {
            return NOTHING + ", although " + link.get().text()
                    + ". Name the paginator: {type: json_link, next_url_path: \"" + jsonPath(link.get()) + "\"}.";
        }
        Optional<Signs.Count> count = Signs.countAbove(first, first.records());
        if (count.isPresent()) {
            return NOTHING + ": " + first.records() + " of the " + count.get().number() + " records that "
                    + count.get().place() + " announces. " + counted(first, count.get());
        }
        Optional<Signs.More> flag = Signs.flag(first);
        if (flag.isPresent()) {
            return NOTHING + ", although " + flag.get().text() + ". " + flagged(first, flag.get());
        }
        boolean complete = Signs.confirms(first, first.records())
                || Signs.countAbove(first, first.records() - 1L).isPresent();
        return complete ? null : NOTHING + ". Name the paginator to be sure: single_page, if these are all records.";
    }

    private static String counted(Page first, Signs.Count count) {
        return "Name the paginator, by what the API's documentation says: {type: offset, limit: " + first.records()
                + ", total_path: " + count.path().orElse("null")
                + "}, {type: page_number, base_page: 1, total_path: null}, or single_page if there is no other page.";
    }

    private static String flagged(Page first, Signs.More flag) {
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
