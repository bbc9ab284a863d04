package dev.headrace.cli;

import dev.headrace.FailedRequest;
import dev.headrace.cli.text.Amounts;
import dev.headrace.destination.TableResult;
import dev.headrace.engine.QuarantinedRows;
import dev.headrace.engine.RunReport;
import dev.headrace.engine.SkippedRequests;
import dev.headrace.quarantine.ErrorsTable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run did, for people: a row per table and a line that sums up. */
final class ResultTable {

    private final RunReport report;
    private final Duration elapsed;

    ResultTable(RunReport report, Duration elapsed) {
        this.report = report;
        this.elapsed = elapsed;
    }

    void print(PrintStream out) {
        if (report.tables().isEmpty()) {
            out.println("Nothing new: no rows were loaded. " + seconds(elapsed));
        } else {
            printTables(out);
        }
        printSkipped(out);
        new CompletenessTable(report).print(out);
        printQuarantined(out);
        new DeletesText(report).print(out);
    }

    private void printTables(PrintStream out) {
        TextTable table = new TextTable("table", ">rows in", ">rows now", "new columns", ">time");
        for (TableResult result : byTable()) {
            table.add(
                    result.table(),
                    Amounts.grouped(result.rowsIn()),
                    (result.estimated() ? "~" : "") + Amounts.grouped(result.rowsNow()),
                    newColumns(result),
                    seconds(result.took()));
        }
        table.lines().forEach(out::println);
        out.println();
        out.println(summary());
    }

    /** A run may load several packages. */
    private Collection<TableResult> byTable() {
        Map<String, TableResult> results = new LinkedHashMap<>();
        report.tables().forEach(result -> results.merge(result.table(), result, ResultTable::both));
        return results.values();
    }

    private static TableResult both(TableResult first, TableResult then) {
        List<String> columns = new ArrayList<>(first.newColumns());
        columns.addAll(then.newColumns());
        return new TableResult(
                then.table(),
                first.rowsIn() + then.rowsIn(),
                then.rowsNow(),
                columns,
                first.created() || then.created(),
                first.took().plus(then.took()),
                then.estimated(),
                null,
                null);
    }

    private void printSkipped(PrintStream out) {
        for (SkippedRequests skipped : report.skipped()) {
            FailedRequest first = skipped.first().get(0).request();
            String others = skipped.count() == 1 ? "" : ", and " + Amounts.grouped(skipped.count() - 1) + " more";
            out.println("Left out of " + skipped.resource() + ": " + first.request() + " " + first.reason() + others
                    + ". --report lists what was skipped.");
        }
    }

    private void printQuarantined(PrintStream out) {
        for (QuarantinedRows rows : report.quarantined()) {
            out.println(
                    "In quarantine of " + rows.resource() + ": " + Amounts.quarantined(rows.count(), rows.requests())
                            + " in " + ErrorsTable.NAME + ". 'headrace errors list' shows them.");
        }
    }

    private String summary() {
        long rows = report.tables().stream()
                .filter(table -> !table.table().equals(ErrorsTable.NAME))
                .mapToLong(TableResult::rowsIn)
                .sum();
        return Amounts.grouped(rows) + " rows into " + report.location() + ", dataset " + report.dataset() + ", in "
                + seconds(elapsed) + ".";
    }

    private static String newColumns(TableResult result) {
        return result.created() ? "(new table)" : String.join(", ", result.newColumns());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
}
