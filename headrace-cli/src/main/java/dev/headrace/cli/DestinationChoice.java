package dev.headrace.cli;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.Components;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.tree.ConfigNodes;
import dev.headrace.config.tree.Lookups;
import dev.headrace.config.tree.Place;
import dev.headrace.destination.Destination;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where to load: the command line wins over the file, the file over the default. */
final class DestinationChoice {

    private static final String DEFAULT = "duckdb";

    private final LoadOptions options;
    private final Optional<ConfigNode> written;

    /** @param written what the file says */
    DestinationChoice(LoadOptions options, Optional<ConfigNode> written) {
        this.options = options;
        this.written = written;
    }

    Destination create(Components components, ComponentContext context) {
        return create(components, context, Optional.empty());
    }

    /** @param known a specification that counts where the command line says nothing */
    Destination create(Components components, ComponentContext context, Optional<String> known) {
        ConfigNode chosen = options.text("destination").isPresent()
                ? node()
                : known.map(DestinationChoice::specification).orElseGet(this::node);
        return components.create(Destination.class, "destination", chosen, context);
    }

    private ConfigNode node() {
        if (options.text("destination").isPresent()) {
            return specification(options.text("destination").get());
        }
        if (written.isPresent() && written.get().kind() == ConfigNode.Kind.OBJECT) {
            return written.get();
        }
        return specification(written.map(ConfigNode::text).orElse(DEFAULT));
    }

    /** {@code duckdb}, {@code duckdb:path}, or a URL whose scheme is the type. */
    private static ConfigNode specification(String text) {
        int colon = text.indexOf(':');
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("type", colon < 0 ? text : text.substring(0, colon));
        if (colon >= 0) {
            boolean url = text.startsWith("://", colon);
            node.put(url ? "credentials" : "path", url ? text : text.substring(colon + 1));
        }
        return ConfigNodes.of(ConfigNodes.tree(node, Place.of("--destination")), Lookups.none());
    }
}
