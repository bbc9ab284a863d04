package dev.headrace.deletes;

import java.util.Locale;

/**
 * What became of the rows of a table whose records are no longer at the source.
 *
 * @param outcome whether they were deleted or marked
 * @param rows how many they are; those that were marked before do not count, unless they were deleted now; 0 where nobody
 *     could tell
 * @param before rows of the table before the load that had no mark; 0 where nobody asked because {@code rows} is 0
 * @param reason why nothing was done, as a sentence; empty when it was
 */
public record DeleteResult(Deletes rule, Outcome outcome, long rows, long before, String reason) {

    /** Whether rows were deleted or marked. */
    public enum Outcome {
        /** All of them were; there may have been none. */
        DONE,
        /** None was: they are more than the limit allows. */
        OVER_LIMIT,
        /** None was: it is not certain that they are gone. */
        WITHHELD;

        /** The lower-case name used in reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Rows were deleted or marked. */
    public static DeleteResult done(Deletes rule, long rows, long before) {
        return new DeleteResult(rule, Outcome.DONE, rows, before, "");
    }

    /**
     * It is not certain that rows are gone.
     *
     * @param doubt why, as the end of a sentence
     */
    public static DeleteResult withheld(Deletes rule, String doubt) {
        return new DeleteResult(rule, Outcome.WITHHELD, 0, 0, "No row was " + rule.done() + ": " + doubt + ".");
    }
}
