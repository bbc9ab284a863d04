package dev.headrace.engine.normalise;

import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what contracts leave out of the tables of one resource, and tells it in the end. A record that is written again, or
 * a page, is counted once: what was noted for it can be forgotten until the next one begins.
 */
final class Discards {

    /** So many lines are told; a contract that many columns break is one story. */
    private static final int MOST_LINES = 10;

    /** What was left out, and why. */
    enum Kind {
        VALUES_OF_NEW_COLUMN("columns: discard_value", "%,d %s of the new column '%s' of table '%s'", "value"),
        ROWS_WITH_NEW_COLUMN("columns: discard_row", "%,d %s with the new column '%s' of table '%s'", "row"),
        VALUES_OF_OTHER_TYPE(
                "data_type: discard_value", "%,d %s that column '%s' of table '%s' does not take", "value"),
        ROWS_WITH_OTHER_TYPE(
                "data_type: discard_row", "%,d %s with a value that column '%s' of table '%s' does not take", "row"),
        ROWS_OF_NEW_TABLE("tables: discard_row or discard_value", "%,d %s%s of the new table '%s'", "row");

        private final String contract;
        private final String sentence;
        private final String unit;

        Kind(String contract, String sentence, String unit) {
            this.contract = contract;
            this.sentence = sentence;
            this.unit = unit;
        }
    }

    /** @param column empty where a whole table is left out */
    private record Discard(Kind kind, String column, String table) {

        String told(long count) {
            String what = kind.sentence.formatted(count, kind.unit + (count == 1 ? "" : "s"), column, table);
            return what + (count == 1 ? " was" : " were") + " left out, as the contract asks (" + kind.contract + ").";
        }
    }

    private final Map<Discard, Long> counts = new LinkedHashMap<>();
    /** What was noted since the page began. */
    private final List<Discard> noted = new ArrayList<>();

    private int notedBefore;

    /** One more; {@code column} is empty where a whole table is left out. */
    void note(Kind kind, String column, String table) {
        noted.add(new Discard(kind, column, table));
    }

    /** What was noted before can no longer be forgotten. */
    void beginPage() {
        noted.forEach(discard -> counts.merge(discard, 1L, Long::sum));
        noted.clear();
        notedBefore = 0;
    }

    void beginRecord() {
        notedBefore = noted.size();
    }

    void forgetPage() {
        noted.clear();
        notedBefore = 0;
    }

    void forgetRecord() {
        noted.subList(notedBefore, noted.size()).clear();
    }

    /** Tells what was left out since it was told last. */
    void tell(String resource, RunListener listener) {
        beginPage();
        counts.entrySet().stream()
                .limit(MOST_LINES)
                .map(entry -> entry.getKey().told(entry.getValue()))
                .forEach(line -> listener.on(new RunEvent.Warned(resource, line)));
        if (counts.size() > MOST_LINES) {
            listener.on(new RunEvent.Warned(
                    resource, (counts.size() - MOST_LINES) + " other columns and tables break the contract as well."));
        }
        counts.clear();
    }
}
