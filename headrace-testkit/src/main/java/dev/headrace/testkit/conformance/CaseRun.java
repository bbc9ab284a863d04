package dev.headrace.testkit.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of a case.
 *
 * @param config the exact text of the configuration in force
 * @param definition the run as the case has it, over the case's own options
 */
record CaseRun(String config, List<Route> routes, Map<String, @Nullable Object> definition) {

    private static final List<String> MERGED = List.of("source_options", "run_options", "env", "secrets");

    /** The run's definition where options of the case stand below those of the run. */
    static Map<String, @Nullable Object> over(
            Map<String, @Nullable Object> document, Map<String, @Nullable Object> run) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(run);
        for (String key : MERGED) {
            Map<String, @Nullable Object> options = new LinkedHashMap<>(Json.object(document.get(key)));
            options.putAll(Json.object(run.get(key)));
            merged.put(key, options);
        }
        return merged;
    }

    Map<String, @Nullable Object> options(String key) {
        return Json.object(definition.get(key));
    }

    Map<String, @Nullable Object> expectation() {
        return Json.object(definition.get("expect"));
    }

    boolean freshHome() {
        return Boolean.TRUE.equals(definition.get("fresh_home"));
    }
}
