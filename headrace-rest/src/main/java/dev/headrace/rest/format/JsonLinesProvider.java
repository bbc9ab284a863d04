package dev.headrace.rest.format;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import java.util.List;

/** {@code response_format: jsonl}. */
public final class JsonLinesProvider implements ComponentProvider<ResponseFormat> {

    @Override
    public Class<ResponseFormat> type() {
        return ResponseFormat.class;
    }

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public List<String> aliases() {
        return List.of("ndjson");
    }

    @Override
    public ResponseFormat create(ConfigNode config, ComponentContext context) {
        FormatOptions.check(config, List.of());
        return new JsonLinesFormat();
    }
}
