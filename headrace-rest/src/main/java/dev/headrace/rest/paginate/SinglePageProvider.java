package dev.headrace.rest.paginate;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;

/** {@code {type: single_page}: one page}. */
public final class SinglePageProvider implements ComponentProvider<Paginator> {

    @Override
    public Class<Paginator> type() {
        return Paginator.class;
    }

    @Override
    public String name() {
        return "single_page";
    }

    @Override
    public Paginator create(ConfigNode config, ComponentContext context) {
        PaginatorOptions options = new PaginatorOptions(config, name());
        return options.limited(Paginators.singlePage());
    }
}
