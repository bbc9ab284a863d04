package dev.headrace.rest.format;

import dev.headrace.rest.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells the format of an answer from its {@code Content-Type}, but never takes for another format what begins as JSON. */
final class FormatDetection implements ResponseFormat {

    private static final ResponseFormat JSON = new JsonFormat();
    private static final ResponseFormat JSON_LINES = new JsonLinesFormat();
    private static final ResponseFormat CSV = CsvFormat.ofCommas();
    private static final ResponseFormat TABS = new CsvFormat('\t', '"', List.of());
    private static final ResponseFormat XML = new XmlFormat(Set.of());
    private static final Set<String> LINES = Set.of(
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl",
            "application/x-jsonl",
            "application/jsonlines",
            "application/x-jsonlines");

    @Override
    public String label() {
        return JSON.label();
    }

    @Override
    public JsonBody toJson(HttpResponse response) {
        return of(response).toJson(response);
    }

    static ResponseFormat of(HttpResponse response) {
        String type = response.mediaType().toLowerCase(Locale.ROOT);
        if (type.isEmpty() || type.equals("application/json")) {
            return JSON;
        }
        if (LINES.contains(type)) {
            return JSON_LINES;
        }
        ResponseFormat named = switch (type) {
            case "text/csv", "application/csv", "text/x-csv" -> CSV;
            case "text/tab-separated-values" -> TABS;
            case "text/xml", "application/xml" -> XML;
            default -> type.endsWith("+xml") && !type.equals("application/xhtml+xml") ? XML : JSON;
        };
        return named == JSON || beginsAsJson(response) ? JSON : named;
    }

    private static boolean beginsAsJson(HttpResponse response) {
        for (int i = 0; i < response.length(); i++) {
            byte b = response.body()[i];
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b == '{' || b == '[';
            }
        }
        return false;
    }
}
