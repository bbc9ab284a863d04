package dev.headrace.rest.format;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import java.util.List;

/** {@code response_format: csv}, or {@code {type: csv, delimiter: ";", quote: "'", header: [id, name]}}. */
public final class CsvProvider implements ComponentProvider<ResponseFormat> {

    @Override
    public Class<ResponseFormat> type() {
        return ResponseFormat.class;
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public ResponseFormat create(ConfigNode config, ComponentContext context) {
        FormatOptions.check(config, List.of("delimiter", "quote", "header"));
        char delimiter = FormatOptions.character(config, "delimiter", ',');
        char quote = FormatOptions.character(config, "quote", '"');
        if (delimiter == quote) {
            throw config.error("quote", "'quote' and 'delimiter' are the same character");
        }
        return new CsvFormat(delimiter, quote, FormatOptions.texts(config, "header"));
    }
}
