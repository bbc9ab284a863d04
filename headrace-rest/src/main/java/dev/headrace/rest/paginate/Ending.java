package dev.headrace.rest.paginate;

import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.HttpRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What ends a sequence that is counted through. The first that applies decides: an empty page, the value that says whether
 * there is more, the total and the maximum.
 *
 * @param total null when totals are not looked at
 * @param maximum no count from here on is asked for; null for no maximum
 * @param stopAfterEmptyPage an empty page is the last one, whatever else it says
 * @param hasMore null when there is no such value
 */
record Ending(
        @Nullable Total total,
        @Nullable Long maximum,
        boolean stopAfterEmptyPage,
        @Nullable MoreFlag hasMore) {

    /** The total named {@code total} where there is one, else an empty page. */
    static Ending byDefault() {
        return new Ending(Total.byDefault(), null, true, null);
    }

    /** See {@link Paginator#needsOnly}. */
    boolean needsOnly(JsonValue ends) {
        return (total == null || total.path().isSettledBy(ends))
                && (hasMore == null || hasMore.path().isSettledBy(ends));
    }

    /** Whether nothing of all this could ever end a sequence. */
    boolean isEndless() {
        return total == null && maximum == null && hasMore == null && !stopAfterEmptyPage;
    }

    /**
     * Whether the page was the last one.
     *
     * @param next the count to be asked for next
     * @param first the count of the first page, to which totals are added
     */
    boolean isAfter(HttpRequest request, Page page, long next, long first) {
        if (stopAfterEmptyPage && page.isEmpty()) {
            return true;
        }
        OptionalLong announced = announced(request, page);
        if (hasMore != null) {
            return !hasMore.read(request, page);
        }
        return (announced.isPresent() && next >= announced.getAsLong() + first) || (maximum != null && next >= maximum);
    }

    /**
     * The count before which a sequence ends for certain, as far as a page tells it; empty when only a later page can.
     *
     * @param first the count of the first page, to which totals are added
     */
    OptionalLong knownAt(Page page, long first) {
        if (hasMore != null || (stopAfterEmptyPage && page.isEmpty())) {
            return OptionalLong.empty();
        }
        OptionalLong announced = total == null ? OptionalLong.empty() : total.peek(page);
        if (announced.isPresent()) {
            long end = announced.getAsLong() + first;
            return OptionalLong.of(maximum == null ? end : Math.min(end, maximum));
        }
        return maximum == null || stopAfterEmptyPage ? OptionalLong.empty() : OptionalLong.of(maximum);
    }

    /** The default total does not fit this API, and the user may not have thought of it. */
    private boolean lacksTotal(Page page) {
        return total != null
                && maximum == null
                && hasMore == null
                && total.peek(page).isEmpty();
    }

    private OptionalLong announced(HttpRequest request, Page page) {
        if (total == null) {
            return OptionalLong.empty();
        }
        OptionalLong announced = total.read(request, page);
        if (announced.isEmpty() && hasMore == null && maximum == null && !stopAfterEmptyPage) {
            throw total.unusable(request, page); // nothing else would end the sequence
        }
        return announced;
    }

    /**
     * What the user should know of the total, where the sequence goes on after a page; null when there is nothing.
     *
     * @param counted what totals count: "records" or "pages"
     */
    @Nullable
    String notice(Page page, String counted) {
        OptionalLong negative = total == null ? OptionalLong.empty() : total.negative(page);
        if (negative.isPresent()) {
            return "The API says " + negative.getAsLong() + " where the number of " + counted + " should be ('"
                    + Objects.requireNonNull(total).path() + "'), so it does not know it, and "
                    + (stopAfterEmptyPage ? "pages are read until one is empty." : "it is not looked at.")
                    + " Set total_path to null, or to where that number is.";
        }
        return lacksTotal(page)
                ? "The API gives no 'total'; pages are read until one is empty. Set total_path to where the number of "
                        + counted + " is, or to null."
                : null;
    }

    /**
     * What speaks against the end that a page was, to follow "yet"; empty when nothing does. Never fails.
     *
     * @param read how many records came
     * @param isFull whether the page had as many records as any other
     */
    Optional<String> doubt(Page last, long read, boolean isFull) {
        Optional<String> count = Signs.moreThan(last, read);
        boolean full = last.records() == 0 || isFull;
        if (count.isPresent() || !full || (hasMore != null && last.records() > 0)) {
            return count;
        }
        return Signs.flag(last).or(() -> Signs.next(last)).map(Signs.More::text);
    }
}
