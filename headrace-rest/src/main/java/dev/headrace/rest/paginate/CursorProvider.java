package dev.headrace.rest.paginate;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;

/** {@code {type: cursor, cursor_path: cursors.next, cursor_param: cursor}}. */
public final class CursorProvider implements ComponentProvider<Paginator> {

    @Override
    public Class<Paginator> type() {
        return Paginator.class;
    }

    @Override
    public String name() {
        return "cursor";
    }

    @Override
    public Paginator create(ConfigNode config, ComponentContext context) {
        PaginatorOptions options = new PaginatorOptions(config, name());
        return options.limited(new CursorPaginator(
                options.path("cursor_path", "cursors.next"),
                options.target("cursor_param", "cursor_body_path", "cursor"),
                options.bool(PaginatorOptions.STOP, false),
                options.moreFlag()));
    }
}
