package dev.headrace.rest;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import dev.headrace.source.Source;

/** Makes the source that configurations call {@code rest_api}. */
public final class RestSourceProvider implements ComponentProvider<Source> {

    @Override
    public Class<Source> type() {
        return Source.class;
    }

    @Override
    public String name() {
        return "rest_api";
    }

    @Override
    public Source create(ConfigNode config, ComponentContext context) {
        return RestSource.of(config, context);
    }
}
