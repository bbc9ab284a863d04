package dev.headrace.rest.read;

import dev.headrace.rest.paginate.Page;
import dev.headrace.rest.paginate.Paginator;
import java.util.Optional;
import java.util.OptionalLong;

/** What a sequence was told to have, and what came of it. */
final class Tally {

    private OptionalLong records = OptionalLong.empty();
    private OptionalLong pages = OptionalLong.empty();

    /** Takes note of what a page announces; the last one counts, since there may be new records meanwhile. */
    void add(Paginator paginator, Page page) {
        OptionalLong ofRecords = paginator.announcedTotal(page);
        OptionalLong ofPages = paginator.announcedPages(page);
        records = ofRecords.isPresent() ? ofRecords : records;
        pages = ofPages.isPresent() ? ofPages : pages;
    }

    /**
     * What the user should know when the paginator has come to the end.
     *
     * @param read how many records came
     * @param pagesRead on how many pages, the last one included
     * @param last the last page
     */
    Optional<String> mismatch(Paginator paginator, long read, int pagesRead, Page last) {
        if (paginator.isCut(pagesRead)) {
            return Optional.empty();
        }
        long begun = paginator.begin();
        if (records.isPresent() && Math.max(0, records.getAsLong() - begun) != read) {
            return Optional.of(ofRecords(records.getAsLong(), begun, read));
        }
        if (pages.isPresent() && begun + pagesRead < pages.getAsLong() && last.records() == 0) {
            return Optional.of("the API announced " + pages.getAsLong() + " pages, but page " + pagesRead
                    + " of the sequence has no records, so the others were not asked for: records may be missing. Look"
                    + " at what the API answers there");
        }
        return Optional.empty();
    }

    private static String ofRecords(long announced, long begun, long read) {
        String from = begun == 0 ? "" : " (from offset " + begun + ")";
        return read < announced - begun
                ? "the API announced " + announced + " records and " + read + " came" + from
                        + ": records are missing. Look at what the API answers behind them, and whether total_path is"
                        + " the number of records"
                : "the API announced " + announced + " records and " + read + " came" + from
                        + ": there may be more, which were not asked for. If total_path is not the number of records,"
                        + " set it to null to read until a page is empty";
    }
}
