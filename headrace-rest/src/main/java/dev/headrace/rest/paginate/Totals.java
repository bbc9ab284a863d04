package dev.headrace.rest.paginate;

import java.util.Optional;
import java.util.OptionalLong;

/** What pages tell of all records or pages, in the places where APIs usually do and whatever the paginator looks at. */
public final class Totals {

    private Totals() {}

    /**
     * How many records there are.
     *
     * @param read how many have come
     * @return empty when the page tells nothing, or that there are fewer, which cannot be meant
     */
    public static OptionalLong announced(Page last, long read) {
        return Signs.announced(last, read);
    }

    /**
     * Whether there are more pages than were read, as a clause. A total that tells that all records have come counts more.
     *
     * @param pagesRead the last one included
     */
    public static Optional<String> pagesAfter(Page last, int pagesRead, long read) {
        return Signs.confirms(last, read)
                ? Optional.empty()
                : Signs.pagesAbove(last, pagesRead)
                        .map(pages -> pages.place() + " says that there are " + pages.number() + " pages");
    }

    /**
     * That a total says that there are fewer records than have come, as a clause. A number that is that of the page's own
     * records, or of the pages where pages are counted through, is no such total.
     *
     * @param pagesRead the last one included
     */
    public static Optional<String> fewerThan(Paginator paginator, Page last, int pagesRead, long read) {
        boolean mayCountPages =
                pagesRead > 1 && !paginator.isLed() && paginator.askedAtOnce().isEmpty();
        int pages = last.records() == 0 ? pagesRead - 1 : pagesRead;
        return Signs.totalBelow(last, read)
                .filter(total -> total.number() != last.records())
                .filter(total -> !mayCountPages || total.number() != pages)
                .map(total -> total.place() + " is " + total.number() + ", and " + read + " records came");
    }

    /** Whether the only page has as many records as pages often have, and no total says that these are all. */
    public static boolean isUnconfirmedPage(Page only) {
        return Guesses.isUsualSize(only.records()) && !Signs.confirms(only, only.records());
    }
}
