package dev.headrace.engine;

import dev.headrace.Excerpt;
import dev.headrace.engine.loadpackage.FailedPackage;
import dev.headrace.engine.loadpackage.ShellWord;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** What is said of packages that can never be loaded as they are. */
record FailedPackages(String pipeline, Path directory, ZoneId zone) {

    private static final int LONGEST_REASON = 240;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static FailedPackages of(RunSettings settings) {
        return new FailedPackages(
                settings.pipeline(),
                settings.directory(),
                settings.surroundings().clock().getZone());
    }

    /** One line, however many there are; empty when there are none. */
    Optional<String> line(List<FailedPackage> failed) {
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        FailedPackage newest = failed.get(failed.size() - 1);
        return Optional.of(failed.size() == 1 ? line(newest) : line(failed.size(), newest));
    }

    private String line(int count, FailedPackage newest) {
        return count + " packages failed and are kept; their rows are not loaded. The newest, "
                + newest.id().value() + " of " + TIME.format(newest.at().atZone(zone)) + ": "
                + Excerpt.line(newest.reason(), LONGEST_REASON) + " See " + command("list", "")
                + "; to give them all up: "
                + command("drop", "--failed") + ".";
    }

    private String line(FailedPackage failed) {
        String id = failed.id().value();
        return "Package " + id + " failed on " + TIME.format(failed.at().atZone(zone)) + " and is kept: "
                + Excerpt.line(failed.reason(), LONGEST_REASON) + " Its rows are not loaded. See " + command("show", id)
                + "; then retry or drop it.";
    }

    /** What is said when the run itself brought the package. */
    String putAside(String id) {
        return "Package " + id
                + " can never be loaded as it is; it is kept, and the next run goes on without it: it reads those"
                + " rows again where the source still has them. See " + command("show", id) + ".";
    }

    private String command(String action, String id) {
        boolean usual = directory.endsWith(Pipeline.DEFAULT_DIRECTORY);
        return "headrace packages " + action + (id.isEmpty() ? "" : " " + id) + " --pipeline " + ShellWord.of(pipeline)
                + (usual ? "" : " --pipelines-dir " + ShellWord.of(directory.toString()));
    }
}
