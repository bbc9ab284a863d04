package dev.headrace.bench.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the report of a run says about its phases, in seconds. */
public record ReportedSeconds(double extract, double normalise, double load) {

    private static final Pattern SECONDS =
            Pattern.compile("\"seconds\":\\{\"extract\":([0-9.E-]+),\"normalize\":([0-9.E-]+),\"load\":([0-9.E-]+)");

    /** @param report what {@code --report} has written */
    public static ReportedSeconds of(Path report) throws IOException {
        String text = Files.readString(report);
        Matcher matcher = SECONDS.matcher(text);
        if (!matcher.find()) {
            throw new IOException("Cannot find the seconds in the report: " + text);
        }
        return new ReportedSeconds(seconds(matcher, 1), seconds(matcher, 2), seconds(matcher, 3));
    }

    private static double seconds(Matcher matcher, int group) {
        return Double.parseDouble(matcher.group(group));
    }

    /** From the first request to the last record in its package. */
    public double reading() {
        return extract + normalise;
    }
}
