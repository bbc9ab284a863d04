package dev.headrace.rest.paginate;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import java.util.List;

/** {@code {type: json_link, next_url_path: next}}. */
public final class JsonLinkProvider implements ComponentProvider<Paginator> {

    @Override
    public Class<Paginator> type() {
        return Paginator.class;
    }

    @Override
    public String name() {
        return "json_link";
    }

    @Override
    public List<String> aliases() {
        return List.of("json_response");
    }

    @Override
    public Paginator create(ConfigNode config, ComponentContext context) {
        PaginatorOptions options = new PaginatorOptions(config, name());
        return options.limited(new JsonLinkPaginator(options.path("next_url_path", "next")));
    }
}
