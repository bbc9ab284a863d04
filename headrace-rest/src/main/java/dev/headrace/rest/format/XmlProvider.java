package dev.headrace.rest.format;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@code response_format: xml}, or {@code {type: xml, lists: [item]}}. */
public final class XmlProvider implements ComponentProvider<ResponseFormat> {

    @Override
    public Class<ResponseFormat> type() {
        return ResponseFormat.class;
    }

    @Override
    public String name() {
        return "xml";
    }

    @Override
    public ResponseFormat create(ConfigNode config, ComponentContext context) {
        Problems problems = new Problems();
        problems.check(() -> FormatOptions.check(config, List.of("lists")));
        Supplier<List<String>> lists = problems.part(() -> FormatOptions.texts(config, "lists"));
        return problems.whole(() -> new XmlFormat(Set.copyOf(lists.get())));
    }
}
