package dev.headrace.rest.format;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import java.util.List;
import java.util.function.Supplier;

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
        Problems problems = new Problems();
        problems.check(() -> FormatOptions.check(config, List.of("delimiter", "quote", "header")));
        Supplier<Character> delimiter = problems.part(() -> FormatOptions.character(config, "delimiter", ','));
        Supplier<Character> quote = problems.part(() -> FormatOptions.character(config, "quote", '"'));
        Supplier<List<String>> header = problems.part(() -> FormatOptions.texts(config, "header"));
        problems.check(() -> {
            if (delimiter.get().equals(quote.get())) {
                throw config.error("quote", "'quote' and 'delimiter' are the same character");
            }
        });
        return problems.whole(() -> new CsvFormat(delimiter.get(), quote.get(), header.get()));
    }
}
