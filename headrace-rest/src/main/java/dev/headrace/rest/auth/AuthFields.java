package dev.headrace.rest.auth;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.ConfigNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The fields of an {@code auth} node. What it leaves out is looked up in the settings, from
 * {@code sources.rest_api.<source>.credentials.<field>} to {@code credentials.<field>}; what it says itself wins. Settings
 * are asked for optional fields only when a required one is left out, as with dlt.
 */
final class AuthFields {

    private static final String SECTION = "rest_api";

    private final ConfigNode node;
    private final ComponentContext context;
    private final boolean complete;

    /**
     * @param allowed every key the node may have beside {@code type}
     * @param required those without a default; names joined by {@code |} mean the same
     */
    AuthFields(ConfigNode node, ComponentContext context, List<String> allowed, List<String> required) {
        if (node.kind() == ConfigNode.Kind.OBJECT) {
            node.onlyKeys(Stream.concat(Stream.of("type"), allowed.stream()).toList());
        }
        this.node = node;
        this.context = context;
        this.complete = required.stream().allMatch(names -> written(names).isPresent());
    }

    Secret secret(String names) {
        return written(names)
                .map(ConfigNode::secret)
                .or(() -> context.settings().findSecret(paths(names)))
                .orElseThrow(missing(names));
    }

    String text(String names) {
        return written(names)
                .map(ConfigNode::text)
                .or(() -> context.settings().find(paths(names)))
                .orElseThrow(missing(names));
    }

    String text(String name, String otherwise) {
        return optional(name, ConfigNode::text, text -> text, otherwise);
    }

    long integer(String name, long otherwise) {
        return optional(name, ConfigNode::integer, text -> number(name, text), otherwise);
    }

    /** A field that settings cannot have. */
    Optional<ConfigNode> node(String name) {
        return node.present(name);
    }

    /** Where to complain about a field. */
    ConfigNode place(String name) {
        return node.find(name).orElse(node);
    }

    private <T> T optional(String name, Function<ConfigNode, T> read, Function<String, T> parse, T otherwise) {
        Optional<T> here = written(name).map(read);
        if (here.isPresent() || complete) {
            return here.orElse(otherwise);
        }
        return context.settings().find(paths(name)).map(parse).orElse(otherwise);
    }

    private long number(String name, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw node.error("the setting '" + name + "' is '" + text + "', which is no whole number.");
        }
    }

    private Optional<ConfigNode> written(String names) {
        return Stream.of(names.split("\\|"))
                .map(node::present)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<String> paths(String names) {
        List<String> paths = new ArrayList<>();
        String source = "sources." + SECTION + ".";
        for (String place : List.of(source + context.owner() + ".", source, "sources.", "")) {
            for (String name : names.split("\\|")) {
                paths.add(place + "credentials." + name);
            }
        }
        return paths;
    }

    private Supplier<ConfigException> missing(String names) {
        String name = names.split("\\|")[0];
        return () -> {
            List<String> places = context.settings().places(paths(names));
            String tried = places.isEmpty()
                    ? " Set it here."
                    : " Set it here, or at one of these places, which were tried in this order: "
                            + String.join(", ", places);
            return node.error("'" + name + "' is missing." + tried);
        };
    }
}
