package dev.headrace.cli;

import dev.headrace.cli.text.Amounts;
import dev.headrace.deletes.DeleteResult;
import dev.headrace.deletes.Deletes;
import dev.headrace.engine.RunReport;
import dev.headrace.engine.RunReport.TableDeletes;
import java.io.PrintStream;
import java.util.List;

/** What became of rows whose records are no longer at the source, a line for each table that is to lose them. */
final class DeletesText {

    private final List<TableDeletes> deletes;

    DeletesText(RunReport report) {
        this.deletes = report.deletes();
    }

    /** Prints nothing when no table is to lose rows. */
    void print(PrintStream out) {
        deletes.forEach(each -> out.println("Gone from " + each.table() + ": " + what(each.result())));
    }

    /** Reasons are among the warnings already. */
    private static String what(DeleteResult result) {
        return switch (result.outcome()) {
            case DONE -> done(result);
            case OVER_LIMIT ->
                Amounts.grouped(result.rows()) + " of " + Amounts.grouped(result.before())
                        + " rows, which is more than max_delete allows: they were left as they are. --allow-deletes allows it.";
            case WITHHELD -> "cannot be told, so all rows were left as they are. The warning says why.";
        };
    }

    private static String done(DeleteResult result) {
        if (result.rows() == 0) {
            return "no rows.";
        }
        String count = Amounts.grouped(result.rows()) + " of "
                + Amounts.grouped(Math.max(result.rows(), result.before())) + " rows, ";
        return count + (result.rule() == Deletes.SOFT ? "marked in " + Deletes.COLUMN + "." : "deleted.");
    }
}
