package dev.headrace.rest.paginate;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;

/** {@code {type: header_cursor, cursor_key: next, cursor_param: cursor}}. */
public final class HeaderCursorProvider implements ComponentProvider<Paginator> {

    @Override
    public Class<Paginator> type() {
        return Paginator.class;
    }

    @Override
    public String name() {
        return "header_cursor";
    }

    @Override
    public Paginator create(ConfigNode config, ComponentContext context) {
        PaginatorOptions options = new PaginatorOptions(config, name());
        String header = options.text("cursor_key", "next");
        return options.limited(Paginators.headerCursor(header, options.text("cursor_param", "cursor")));
    }
}
