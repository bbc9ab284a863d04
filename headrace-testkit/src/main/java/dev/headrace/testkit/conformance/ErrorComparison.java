package dev.headrace.testkit.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares how a run ended with what a case expects. */
final class ErrorComparison {

    private ErrorComparison() {}

    /** @param report the error of the report that the command wrote; empty when it wrote none */
    static List<String> differences(
            @Nullable Object expected, Loader.Result result, Map<String, @Nullable Object> report) {
        if (expected == null) {
            return result.exitCode() == 0
                    ? List.of()
                    : List.of("failed (exit " + result.exitCode() + "): "
                            + result.output().strip());
        }
        Map<String, @Nullable Object> error = Json.object(expected);
        if (result.exitCode() == 0) {
            return List.of("succeeded, expected an error: " + error);
        }
        List<String> differences = new ArrayList<>();
        String told = (result.output() + "\n" + report).toLowerCase(Locale.ROOT);
        for (Object mention : Json.list(error.get("mentions"))) {
            if (Json.texts(mention).stream().noneMatch(m -> told.contains(m.toLowerCase(Locale.ROOT)))) {
                differences.add("error does not mention " + mention + ": "
                        + result.output().strip());
            }
        }
        for (String secret : Json.texts(error.get("must_not_mention"))) {
            if (told.contains(secret.toLowerCase(Locale.ROOT))) {
                differences.add("error reveals " + secret);
            }
        }
        for (String key : List.of("phase", "kind")) {
            if (report.get(key) != null && !Json.texts(error.get(key)).contains(String.valueOf(report.get(key)))) {
                differences.add("error " + key + " is " + report.get(key) + ", expected " + error.get(key));
            }
        }
        return differences;
    }
}
