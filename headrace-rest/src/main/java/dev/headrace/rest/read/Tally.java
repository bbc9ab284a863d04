package dev.headrace.rest.read;

import dev.headrace.rest.paginate.Finding;
import dev.headrace.rest.paginate.Page;
import dev.headrace.rest.paginate.Paginator;
import dev.headrace.rest.paginate.Totals;
import dev.headrace.rest.position.Note;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a sequence was told to have, and what came of it. */
final class Tally {

    /** More than the count of a page is, or of what is looked at ahead of it. */
    private static final int FEW_PAGES = 10;

    /** APIs that count to some number and no further choose such ones. */
    private static final int ROUND = 1000;

    /** So many times a total are no new records that came meanwhile. */
    private static final int FAR_MORE = 100;

    private OptionalLong records = OptionalLong.empty();
    private OptionalLong pages = OptionalLong.empty();
    /** Of records, else of pages, on the first page that announces any. */
    private OptionalLong first = OptionalLong.empty();

    private long largest;
    private boolean repeated;
    /** Whether the total became smaller from one page to the next. */
    private boolean fallen;

    private @Nullable Finding known;

    /**
     * Takes note of a page; of what pages announce the last one counts, since there may be new records meanwhile.
     *
     * @param again whether its records are those of the page before
     */
    void add(Paginator paginator, Page page, boolean again) {
        OptionalLong ofRecords = paginator.announcedTotal(page);
        OptionalLong ofPages = paginator.announcedPages(page);
        if (ofRecords.isPresent() && records.isPresent() && ofRecords.getAsLong() < records.getAsLong()) {
            fallen = true;
        }
        records = ofRecords.isPresent() ? ofRecords : records;
        pages = ofPages.isPresent() ? ofPages : pages;
        first = first.isPresent() ? first : hasEnd() ? OptionalLong.of(announced()) : first;
        largest = Math.max(largest, page.records());
        repeated |= again;
    }

    Note note() {
        return new Note()
                .put("records", records.isPresent() ? records.getAsLong() : null)
                .put("pages", pages.isPresent() ? pages.getAsLong() : null)
                .put("first", first.isPresent() ? first.getAsLong() : null)
                .put("largest", largest)
                .put("repeated", repeated)
                .put("fallen", fallen)
                .put("known", known == null ? null : known.note().fields());
    }

    /** Goes on where another one had come to. */
    void goOn(Note note) {
        records = note.has("records") ? OptionalLong.of(note.number("records")) : OptionalLong.empty();
        pages = note.has("pages") ? OptionalLong.of(note.number("pages")) : OptionalLong.empty();
        first = note.has("first") ? OptionalLong.of(note.number("first")) : OptionalLong.empty();
        largest = note.number("largest");
        repeated = note.flag("repeated");
        fallen = note.flag("fallen");
        known = note.has("known") ? Finding.read(note.note("known")) : null;
    }

    /** Takes note of something that a page says about whether all records come; what is worst stays. */
    void find(Finding finding) {
        known = known == null || finding.verdict().compareTo(known.verdict()) > 0 ? finding : known;
    }

    /** How many records the sequence was said to have from its beginning on, now that it has ended. */
    OptionalLong announced(Paginator paginator, long read, Page last) {
        return records.isPresent()
                ? OptionalLong.of(Math.max(0, records.getAsLong() - paginator.begin()))
                : Totals.announced(last, read);
    }

    /**
     * What is to be made of a sequence that the paginator has brought to its end.
     *
     * @param mismatch as {@link #mismatch} has it
     */
    Finding finding(Paginator paginator, Optional<String> mismatch, int pagesRead, Page last) {
        if (mismatch.isPresent()) {
            return Finding.mismatch(mismatch.get());
        }
        if (known != null) {
            return known;
        }
        if (paginator.isCut(pagesRead)) {
            return Finding.unproven("the configuration ends it early");
        }
        if (fallen && !paginator.isLed()) {
            return Finding.unproven(
                    "the total became smaller while it was read, so records that moved up to a page that"
                            + " had been read already did not come");
        }
        Optional<String> fewer = hasEnd()
                ? Optional.empty()
                : Totals.fewerThan(paginator, last, pagesRead, last.recordsBefore() + last.records());
        if (fewer.isPresent()) {
            return Finding.unproven(fewer.get() + ": it counts something else, or some came more than once");
        }
        boolean doubtful = paginator.isLed() && pagesRead == 1 && Totals.isUnconfirmedPage(last);
        return doubtful
                ? Finding.unproven(
                        "one page of exactly " + last.records() + " records came, and it says nothing of a next one")
                : Finding.complete();
    }

    /** Whether the API has said where the sequence ends. */
    boolean hasEnd() {
        return records.isPresent() || pages.isPresent();
    }

    /** The total that was announced, of records where there is one, else of pages; there must be one. */
    private long announced() {
        return records.isPresent() ? records.getAsLong() : pages.orElseThrow();
    }

    /**
     * Whether the API has announced from the beginning that there is about as much, twice as much at the most: what comes while
     * it is read counts as well, but a total that only runs ahead of what is read tells of no end.
     */
    boolean isExpected(long read, int pagesRead) {
        return first.isPresent() && (records.isPresent() ? read : pagesRead) / 2 <= first.getAsLong();
    }

    /**
     * That far more came than was announced, as the beginning of a sentence. Totals that may be something else are passed over:
     * those that are no more than a few pages hold may be counts of a page, and round ones as far as an API counts.
     */
    Optional<String> farExceeded(long read, int pagesRead) {
        if (!hasEnd()) {
            return Optional.empty();
        }
        long came = records.isPresent() ? read : pagesRead;
        long page = records.isPresent() ? largest : 1;
        boolean meant = announced() > FEW_PAGES * page && announced() % ROUND != 0;
        return meant && came / FAR_MORE > announced()
                ? Optional.of("the API announced " + announced() + (records.isPresent() ? " records" : " pages")
                        + ", and " + came + " have come")
                : Optional.empty();
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
            return Optional.of(ofRecords(paginator, records.getAsLong(), begun, read));
        }
        if (pages.isPresent() && begun + pagesRead < pages.getAsLong() && last.records() == 0) {
            return Optional.of(ofPages(pages.getAsLong(), read, pagesRead));
        }
        Optional<String> doubt = paginator.doubt(last, read, last.records() == largest);
        if (doubt.isEmpty() && begun == 0 && pages.isEmpty()) {
            doubt = Totals.pagesAfter(last, pagesRead, read);
        }
        return doubt.map(found -> ofDoubt(paginator, found, read, last));
    }

    private String ofRecords(Paginator paginator, long announced, long begun, long read) {
        String what = "the API announced " + announced + " records and " + read + " came"
                + (begun == 0 ? "" : " (from offset " + begun + ")") + ": ";
        if (read < announced - begun) {
            return what + "records are missing. Look at what the API answers behind them, and whether total_path is"
                    + " the number of records";
        }
        OptionalLong asked = paginator.askedAtOnce();
        if (repeated) {
            return what + "the same page came again and again. Check the names of the parameters that ask for a page";
        }
        if (asked.isPresent() && largest > asked.getAsLong()) {
            return what + "pages had up to " + largest + " records where " + asked.getAsLong()
                    + " were asked for, so records may have come more than once. Set 'limit' to what the API gives, or"
                    + " name its parameter with limit_param";
        }
        return what
                + "there may be more, which were not asked for. If total_path is not the number of records, set it to"
                + " null to read until a page is empty";
    }

    private static String ofPages(long announced, long read, int pagesRead) {
        String what = "the API announced " + announced + " pages, but page " + pagesRead
                + " of the sequence has no records, so the others were not asked for: ";
        return read == announced
                ? what + read
                        + " records came, so total_path seems to be their number, and all have come. Set it to the"
                        + " number of pages, or to null"
                : what + "records may be missing. Look at what the API answers there";
    }

    private String ofDoubt(Paginator paginator, String doubt, long read, Page last) {
        String more = ", yet " + doubt + ": there may be more, which were not asked for. ";
        if (last.records() == 0 && !paginator.isLed()) {
            return "a page without records ended the sequence after " + read + " records" + more
                    + "Look at what the API answers there; {stop_after_empty_page: false, has_more_path: …} reads on until"
                    + " the API says that there is no more";
        }
        return hasEnd()
                ? "as much came as total_path announced, " + read + " records" + more
                        + "Check total_path, or set it to null to read until a page is empty"
                : read + " records came" + more + "Check the settings that ended the sequence";
    }
}
