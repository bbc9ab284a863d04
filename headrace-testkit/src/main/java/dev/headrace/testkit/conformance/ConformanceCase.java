package dev.headrace.testkit.conformance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case.
 *
 * @param area the folder it belongs to, such as {@code paginators}
 * @param document the whole file as plain Java values
 */
public record ConformanceCase(
        String area, String name, String description, Map<String, @Nullable Object> document, List<CaseRun> runs) {

    /** The pipeline's name. */
    String pipeline() {
        return Json.text(document.get("pipeline"), "conformance");
    }

    String dataset() {
        return Json.text(document.get("dataset"), "ds");
    }

    @Override
    public String toString() {
        return area + "/" + name;
    }
}
