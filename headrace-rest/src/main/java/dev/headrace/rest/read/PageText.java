package dev.headrace.rest.read;

import dev.headrace.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes records as a page of their own. */
final class PageText {

    private PageText() {}

    /** A JSON list of these records, each as it was written. */
    static byte[] of(List<JsonValue> records) {
        int length = records.stream()
                .mapToInt(record -> record.end() - record.start() + 1)
                .sum();
        ByteArrayOutputStream page = new ByteArrayOutputStream(length + 1);
        char separator = '[';
        for (JsonValue record : records) {
            page.write(separator);
            page.write(record.bytes(), record.start(), record.end() - record.start());
            separator = ',';
        }
        page.write(']');
        return page.toByteArray();
    }
}
