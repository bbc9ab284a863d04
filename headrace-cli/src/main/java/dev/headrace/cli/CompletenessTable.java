package dev.headrace.cli;

import dev.headrace.cli.text.Amounts;
import dev.headrace.engine.RunReport;
import dev.headrace.engine.RunReport.ResourceCounts;
import dev.headrace.engine.RunReport.ResourceReport;
import dev.headrace.source.Completeness.Verdict;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For resources of which other records came than were announced: how many there were at each place on their way. */
final class CompletenessTable {

    private final List<ResourceReport> differing;

    CompletenessTable(RunReport report) {
        this.differing = report.resources().stream()
                .filter(resource ->
                        resource.counts() != null && resource.counts().verdict() == Verdict.MISMATCH)
                .toList();
    }

    /** Prints nothing when there are none. */
    void print(PrintStream out) {
        if (differing.isEmpty()) {
            return;
        }
        TextTable table =
                new TextTable("not as announced", ">announced", ">read", ">in the package", ">in the destination");
        for (ResourceReport resource : differing) {
            ResourceCounts counts = resource.counts();
            if (counts != null) {
                table.add(
                        resource.resource(),
                        grouped(resource.announced()),
                        grouped(counts.read()),
                        grouped(counts.inPackage()),
                        grouped(counts.inDestination()));
            }
        }
        out.println();
        table.lines().forEach(out::println);
    }

    private static String grouped(@Nullable Long number) {
        return number == null ? "-" : Amounts.grouped(number);
    }
}
