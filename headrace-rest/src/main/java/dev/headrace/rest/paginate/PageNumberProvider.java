package dev.headrace.rest.paginate;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;

/** {@code {type: page_number, base_page: 0, page_param: page}}. */
public final class PageNumberProvider implements ComponentProvider<Paginator> {

    @Override
    public Class<Paginator> type() {
        return Paginator.class;
    }

    @Override
    public String name() {
        return "page_number";
    }

    @Override
    public Paginator create(ConfigNode config, ComponentContext context) {
        PaginatorOptions options = new PaginatorOptions(config, name());
        long basePage = options.number("base_page", 0, 0);
        return options.limited(new PageNumberPaginator(
                basePage,
                options.number("page", 0, basePage),
                options.target("page_param", "page_body_path", "page"),
                options.ending("maximum_page")));
    }
}
