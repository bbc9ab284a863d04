package dev.headrace.rest.paginate;

import dev.headrace.rest.position.NoPositionException;
import dev.headrace.rest.position.Note;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what the first page of a sequence has shown, so that no later page is taken for the first one. */
public final class GuessedPaginator {

    private GuessedPaginator() {}

    /** Whether the choice is left to the first page. */
    public static boolean isLeftToFirstPage(@Nullable Paginator configured) {
        return configured == null || configured instanceof GuessingPaginator;
    }

    /** @param settled given by {@link PaginatorDetection#settle} */
    public static Note note(Paginator settled) {
        Paginator guess = settled instanceof LimitedPaginator limited ? limited.paginator() : settled;
        if (guess instanceof HeaderLinkPaginator) {
            return new Note().put("type", "header_link");
        }
        if (guess instanceof JsonLinkPaginator link) {
            return at("json_link", link.path());
        }
        if (guess instanceof CursorPaginator cursor) {
            return at("cursor", cursor.path());
        }
        if (guess instanceof PageNumberPaginator pages && pages.ending().total() != null) {
            return at("page_number", pages.ending().total().path()).put("base", pages.basePage());
        }
        throw new NoPositionException("nothing is guessed that could be written down");
    }

    private static Note at(String type, ValuePath path) {
        List<String> keys = path instanceof ValuePath.Keys known ? known.keys() : List.of();
        return new Note().put("type", type).put("at", keys);
    }

    /** @param configured for which {@link #isLeftToFirstPage} holds */
    public static Paginator read(Note note, @Nullable Paginator configured) {
        List<String> keys = note.texts("at");
        Paginator guess = switch (note.text("type")) {
            case "header_link" -> Paginators.headerLink("next");
            case "json_link" -> PaginatorDetection.jsonLink(keys);
            case "cursor" -> PaginatorDetection.cursor(keys);
            case "page_number" -> PaginatorDetection.pageNumbers(keys, note.number("base"));
            default ->
                throw new IllegalArgumentException("its document has a paginator of type '" + note.text("type") + "'");
        };
        return configured instanceof GuessingPaginator limit ? new LimitedPaginator(guess, limit.maxPages()) : guess;
    }
}
