package dev.headrace.engine;

import dev.headrace.Excerpt;
import dev.headrace.engine.loadpackage.FailedPackage;
import dev.headrace.engine.loadpackage.ShellWord;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What is said of packages that can never be loaded as they are. */
record FailedPackages(String pipeline, Path directory, ZoneId zone) {

    private static final int TOLD_ONE_BY_ONE = 3;
    private static final int LONGEST_REASON = 240;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static FailedPackages of(RunSettings settings) {
        return new FailedPackages(
                settings.pipeline(),
                settings.directory(),
                settings.surroundings().clock().getZone());
    }

    /** One line for each of the newest packages, and one for all the others. */
    List<String> lines(List<FailedPackage> failed) {
        List<String> lines = new ArrayList<>();
        int others = Math.max(0, failed.size() - TOLD_ONE_BY_ONE);
        if (others > 0) {
            lines.add(others + " more packages failed and are kept: " + command("list", "") + ".");
        }
        failed.subList(others, failed.size()).forEach(each -> lines.add(line(each)));
        return lines;
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
