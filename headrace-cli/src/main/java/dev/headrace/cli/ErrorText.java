package dev.headrace.cli;

import dev.headrace.Excerpt;
import dev.headrace.engine.ReplayReport;
import dev.headrace.json.JsonText;
import dev.headrace.quarantine.ErrorsTable;
import dev.headrace.quarantine.QuarantinedRow;
import dev.headrace.schema.SystemColumns;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of the table of errors, for people and for programs. */
final class ErrorText {

    private static final int EXCERPT = 200;

    private ErrorText() {}

    static List<String> lines(QuarantinedRow row) {
        List<String> lines = new ArrayList<>();
        lines.add(row.occurredAt().truncatedTo(ChronoUnit.SECONDS) + "  " + row.resource() + "  " + row.kind() + "  "
                + oneLine(row.reason()));
        if (row.request() != null) {
            lines.add("    from    " + row.request() + (row.page() == null ? "" : ", page " + row.page())
                    + (row.number() == null ? "" : ", record " + row.number()));
        }
        if (row.record() != null) {
            String text = oneLine(row.record());
            lines.add("    record  " + Excerpt.of(text, EXCERPT) + (row.whole() ? "" : "  (can't be tried again)"));
        }
        return lines;
    }

    /** What control characters do to terminals is none of a record's business. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    static String json(QuarantinedRow row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(SystemColumns.ID, row.id());
        json.put(SystemColumns.LOAD_ID, row.loadId());
        json.put(ErrorsTable.PIPELINE, row.pipeline());
        json.put(ErrorsTable.SCHEMA, row.schema());
        json.put(ErrorsTable.OCCURRED_AT, row.occurredAt().toString());
        json.put(ErrorsTable.RESOURCE, row.resource());
        json.put(ErrorsTable.TABLE, row.table());
        json.put(ErrorsTable.COLUMN, row.column());
        json.put(ErrorsTable.KIND, row.kind());
        json.put(ErrorsTable.REASON, row.reason());
        json.put(ErrorsTable.REQUEST, row.request());
        json.put(ErrorsTable.PAGE, row.page());
        json.put(ErrorsTable.NUMBER, row.number());
        json.put(ErrorsTable.RECORD, row.record());
        json.put(ErrorsTable.WHOLE, row.whole());
        json.put(ErrorsTable.PROCESSED, row.processed());
        return JsonText.write(json);
    }

    static String json(ReplayReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("tried", report.tried());
        json.put("loaded", report.loaded());
        json.put("refused", report.refused());
        json.put("passed_over", report.passedOver());
        json.put("first_reason", report.firstReason());
        return JsonText.write(json);
    }
}
