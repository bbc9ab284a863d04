package dev.headrace.rest.read;

import dev.headrace.rest.paginate.Finding;
import dev.headrace.rest.position.Note;
import dev.headrace.source.Completeness;
import dev.headrace.source.Completeness.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What came of all sequences of a resource together, compared with what the API announced. */
final class Account {

    /** Why records are not handed on: they are known from an earlier run, or outside of the range. */
    static final String INCREMENTAL = "incremental";

    /** Why records are not handed on: steps took them out, or made other ones of them. */
    static final String STEPS = Completeness.STEPS;

    /** Why records are not handed on: a step or the cursor failed on them, and the sink has put them aside. */
    static final String QUARANTINED = "quarantined";

    private final Map<String, Long> leftOut = new LinkedHashMap<>();
    private long sequences;
    private long silent;
    private long announced;
    private long read;
    private Finding worst = Finding.complete();

    /** Takes note of records that came. */
    void read(long records) {
        read += records;
    }

    /** Takes note of records that came and are not handed on; below 0 for some that are there in addition. */
    void leaveOut(String reason, long records) {
        if (records != 0) {
            leftOut.merge(reason, records, Long::sum);
        }
    }

    /**
     * Takes note of the end of a sequence.
     *
     * @param total how many records it was said to have; empty when the API did not tell
     */
    void end(OptionalLong total, Finding finding) {
        sequences++;
        silent += total.isPresent() ? 0 : 1;
        announced += total.orElse(0);
        worst = finding.verdict().compareTo(worst.verdict()) > 0 ? finding : worst;
    }

    /** Takes note of a sequence that did not come to its end. */
    void breakOff(String reason) {
        end(OptionalLong.empty(), Finding.unproven(reason));
    }

    Note note() {
        return new Note()
                .put("sequences", sequences)
                .put("silent", silent)
                .put("announced", announced)
                .put("read", read)
                .put("leftOut", leftOut)
                .put("worst", worst.note());
    }

    /** Goes on where another one had come to. */
    void goOn(Note note) {
        sequences = note.number("sequences");
        silent = note.number("silent");
        announced = note.number("announced");
        read = note.number("read");
        Note reasons = note.note("leftOut");
        reasons.fields().keySet().forEach(reason -> leftOut.put(reason, reasons.number(reason)));
        worst = Finding.read(note.note("worst"));
    }

    Completeness toCompleteness() {
        boolean told = sequences > 0 && silent == 0;
        Finding finding = worst.verdict() == Verdict.COMPLETE && read == 0 && !told
                ? Finding.unproven("no records came, and the API did not announce that there are none")
                : worst;
        return new Completeness(told ? announced : null, read, leftOut, finding.verdict(), finding.reason());
    }
}
