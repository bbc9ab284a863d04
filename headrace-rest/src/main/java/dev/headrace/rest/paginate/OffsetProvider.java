package dev.headrace.rest.paginate;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;

/** {@code {type: offset, limit: 100}}. */
public final class OffsetProvider implements ComponentProvider<Paginator> {

    @Override
    public Class<Paginator> type() {
        return Paginator.class;
    }

    @Override
    public String name() {
        return "offset";
    }

    @Override
    public Paginator create(ConfigNode config, ComponentContext context) {
        PaginatorOptions options = new PaginatorOptions(config, name());
        return options.limited(new OffsetPaginator(
                options.requiredNumber("limit", 1),
                options.number("offset", 0, 0),
                options.target("offset_param", "offset_body_path", "offset"),
                options.target("limit_param", "limit_body_path", "limit"),
                options.ending("maximum_offset")));
    }
}
