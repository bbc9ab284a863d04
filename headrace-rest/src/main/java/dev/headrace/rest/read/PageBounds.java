package dev.headrace.rest.read;

import dev.headrace.rest.paginate.Paginator;
import java.util.Locale;
import java.util.Optional;

/**
 * What a sequence may become where the configuration does not say how long it is at most: tells an API that leads on for ever
 * from one that has much.
 *
 * @param many pages after which the user is told
 * @param most pages after which it is over
 */
record PageBounds(Tally tally, Repeats repeats, int many, int most) {

    /** So many pages after another that bring nothing new are no chance. */
    private static final int MOST_REPEATS = 20;

    private static final String WAY_OUT =
            "If there are so many, set max_pages of the paginator to more than there are; else check its settings.";

    static PageBounds usual(Tally tally, Repeats repeats) {
        return new PageBounds(tally, repeats, 100_000, 1_000_000);
    }

    /**
     * Why a sequence that goes on has no end, in sentences; empty when it may well have one.
     *
     * @param pages how many have come
     * @param read how many records have come on them
     */
    Optional<String> endlessness(Paginator paginator, int pages, long read) {
        if (isEndedBySettings(paginator)) {
            return Optional.empty();
        }
        if (repeats.inARow() >= MOST_REPEATS && !tally.hasEnd()) {
            return Optional.of((MOST_REPEATS + 1) + " pages one after another have the same records, and so on without"
                    + " end. The API does not seem to know the parameter that asks for a page; check the paginator's"
                    + " settings, or set max_pages.");
        }
        return tally.farExceeded(read, pages)
                .map(told -> told + ", and it goes on. Set total_path to null if that is no total, or max_pages of the"
                        + " paginator to the number of pages that you want.")
                .or(() -> isLong(most, pages, read)
                        ? Optional.of(
                                "so many pages have been read, and the API leads to another one each time. " + WAY_OUT)
                        : Optional.empty());
    }

    /** What to tell of a sequence that goes on, as the end of a sentence; empty when there is nothing. */
    Optional<String> caution(Paginator paginator, int pages, long read) {
        return isEndedBySettings(paginator) || !isLong(many, pages, read)
                ? Optional.empty()
                : Optional.of("the API leads to another page each time without having announced so many. "
                        + String.format(Locale.ROOT, "At page %,d the run ends with an error. ", most) + WAY_OUT);
    }

    private static boolean isEndedBySettings(Paginator paginator) {
        return paginator.isCut(Integer.MAX_VALUE);
    }

    private boolean isLong(int limit, int pages, long read) {
        return pages >= limit && !tally.isExpected(read, pages);
    }
}
