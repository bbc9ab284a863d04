package dev.headrace.rest.format;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import java.util.List;

/** {@code response_format: json}. */
public final class JsonProvider implements ComponentProvider<ResponseFormat> {

    @Override
    public Class<ResponseFormat> type() {
        return ResponseFormat.class;
    }

    @Override
    public String name() {
        return "json";
    }

    @Override
    public ResponseFormat create(ConfigNode config, ComponentContext context) {
        FormatOptions.check(config, List.of());
        return new JsonFormat();
    }
}
