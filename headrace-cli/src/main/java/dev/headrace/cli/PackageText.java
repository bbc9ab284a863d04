package dev.headrace.cli;

import dev.headrace.Excerpt;
import dev.headrace.cli.text.Amounts;
import dev.headrace.engine.loadpackage.FailedPackage;
import dev.headrace.engine.loadpackage.KnownPackage;
import dev.headrace.engine.loadpackage.PackageStage;
import dev.headrace.engine.loadpackage.PackageTarget;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Packages for people. */
record PackageText(ProgramEnvironment environment) {

    private static final int LONGEST_REASON = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    List<String> list(List<PackagePlace.Found> packages) {
        TextTable table =
                new TextTable("id", "pipeline", "stage", "when", ">rows", ">tables", ">size", "target", "about it");
        for (PackagePlace.Found found : packages) {
            KnownPackage known = found.known();
            table.add(
                    found.id(),
                    found.pipeline(),
                    known.stage().folder(),
                    time(known.at()),
                    Amounts.grouped(known.rows()),
                    Amounts.grouped(known.tables().size()),
                    Amounts.bytes(known.bytes()),
                    known.target().map(PackageTarget::specification).orElse(""),
                    about(known));
        }
        return table.lines();
    }

    /** One line; failures are cut. */
    private static String about(KnownPackage known) {
        String text = known.failure()
                .map(FailedPackage::reason)
                .or(() -> known.stage() == PackageStage.NEW
                        ? Optional.empty()
                        : known.problem().map(problem -> "damaged: " + problem))
                .orElseGet(() -> meaning(known));
        return Excerpt.line(text, LONGEST_REASON);
    }

    private static String meaning(KnownPackage known) {
        return switch (known.stage()) {
            case NEW ->
                known.problem().isPresent()
                        ? "being written, or left behind without a checkpoint; the next run does not go on with it"
                        : "unfinished, " + Amounts.grouped(known.rows()) + " rows; the next run goes on with it";
            case NORMALISED -> "the next run loads it first";
            case COMMITTED -> "is in the database";
            case FAILED -> "can never be loaded as it is";
        };
    }

    List<String> show(PackagePlace.Found found) {
        KnownPackage known = found.known();
        List<String> lines = new ArrayList<>();
        lines.add("Package " + found.id() + " of pipeline " + found.pipeline() + ", "
                + known.stage().folder() + ": " + meaning(known) + ".");
        lines.add("Begun     " + time(known.at()));
        known.target().ifPresent(target -> lines.add("Target    " + target.description()));
        known.source().ifPresent(source -> lines.add("Source    " + source));
        lines.add("State     " + state(known));
        if (!known.takesAway().isEmpty()) {
            lines.add("Resets    " + String.join(", ", known.takesAway()));
        }
        lines.add("Folder    " + known.folder());
        known.problem().ifPresent(problem -> lines.add("Note      " + problem));
        if (!known.tables().isEmpty()) {
            lines.add("");
            lines.addAll(tables(known));
        }
        known.failure().ifPresent(failure -> {
            lines.add("");
            lines.add("Failed " + time(failure.at()) + ":");
            lines.add(failure.reason());
            lines.add("");
            lines.add("Once the cause is gone: headrace packages retry " + found.id()
                    + "; to give it up: headrace packages drop " + found.id() + ".");
        });
        return lines;
    }

    private static String state(KnownPackage known) {
        if (known.stage() == PackageStage.NEW) {
            return "settled when it is complete";
        }
        if (known.problem().isPresent()) {
            return "not known";
        }
        return known.stateVersion()
                .map(version -> "changes to version " + version)
                .orElse("stays as it is");
    }

    private static List<String> tables(KnownPackage known) {
        TextTable table = new TextTable("table", ">rows", ">parts", ">size", "disposition", "columns");
        for (KnownPackage.Table each : known.tables()) {
            table.add(
                    each.name(),
                    Amounts.grouped(each.rows()),
                    Amounts.grouped(each.parts()),
                    Amounts.bytes(each.bytes()),
                    each.disposition()
                            + each.deletes()
                                    .map(order -> ", deletes " + order.rule() + " (at most " + order.limit() + ")")
                                    .orElse(""),
                    String.join(", ", each.columns()));
        }
        return table.lines();
    }

    /** What is dropped, in one line. */
    String summary(PackagePlace.Found found) {
        KnownPackage known = found.known();
        return "package " + found.id() + " of pipeline " + found.pipeline() + " ("
                + known.stage().folder() + "): "
                + Amounts.grouped(known.rows()) + " rows in "
                + Amounts.grouped(known.tables().size())
                + (known.tables().size() == 1 ? " table, " : " tables, ")
                + Amounts.bytes(known.bytes()) + ".";
    }

    /** What that means for its rows; empty for a failed one, without which runs go on already. */
    Optional<String> consequence(PackagePlace.Found found) {
        return switch (found.known().stage()) {
            case NEW -> Optional.of("The next run begins anew instead of going on with it.");
            case NORMALISED ->
                Optional.of(
                        "Its rows are in no database. The next run reads them again where the source still has them.");
            case FAILED, COMMITTED -> Optional.empty();
        };
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(environment.clock().getZone()));
    }
}
