package dev.headrace.rest.auth;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
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
    private final Problems problems = new Problems();

    /**
     * @param allowed every key the node may have beside {@code type}
     * @param required those without a default; names joined by {@code |} mean the same
     */
    AuthFields(ConfigNode node, ComponentContext context, List<String> allowed, List<String> required) {
        if (node.kind() == ConfigNode.Kind.OBJECT) {
            problems.check(() -> node.onlyKeys(
                    Stream.concat(Stream.of("type"), allowed.stream()).toList()));
        }
        this.node = node;
        this.context = context;
        this.complete = required.stream().allMatch(names -> written(names).isPresent());
    }

    /** A required secret; of no use when there are {@link #problems}. */
    Secret secret(String names) {
        return problems.attempt(() -> optionalSecret(names).orElseThrow(missing(names)))
                .orElse(Secret.of(""));
    }

    /** A required text; of no use when there are {@link #problems}. */
    String text(String names) {
        return problems.attempt(() -> optionalText(names).orElseThrow(missing(names)))
                .orElse("");
    }

    /** A required text that must not be empty; of no use when there are {@link #problems}. */
    String filled(String names) {
        String text = text(names);
        problems.check(() -> written(names)
                .filter(found -> new Problems()
                        .attempt(found::text)
                        .filter(String::isBlank)
                        .isPresent())
                .ifPresent(empty -> {
                    throw empty.error("'" + names.split("\\|")[0] + "' is empty: give the API's value");
                }));
        return text;
    }

    /** A secret that is looked up, but need not be there; an explicit null says that there is none. */
    Optional<Secret> optionalSecret(String names) {
        Optional<Secret> here = written(names).map(ConfigNode::secret);
        return here.isPresent() || isNull(names) ? here : context.settings().findSecret(paths(names));
    }

    /** A text that is looked up, but need not be there; an explicit null says that there is none. */
    Optional<String> optionalText(String names) {
        Optional<String> here = written(names).map(ConfigNode::text);
        return here.isPresent() || isNull(names) ? here : context.settings().find(paths(names));
    }

    /** Part of reading; what is wrong with it is told by {@link #problems}. */
    <T> Optional<T> read(Supplier<T> part) {
        return problems.attempt(part);
    }

    /** What has been found to be wrong so far. */
    Problems problems() {
        return problems;
    }

    ComponentContext context() {
        return context;
    }

    String text(String name, String otherwise) {
        return problems.attempt(() -> optional(name, ConfigNode::text, text -> text, otherwise))
                .orElse(otherwise);
    }

    long integer(String name, long otherwise) {
        return problems.attempt(() -> optional(name, ConfigNode::integer, text -> number(name, text), otherwise))
                .orElse(otherwise);
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

    private boolean isNull(String names) {
        return Stream.of(names.split("\\|")).anyMatch(node::has);
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

    Supplier<ConfigException> missing(String names) {
        String name = names.split("\\|")[0];
        return () -> {
            List<String> places = context.settings().places(paths(names));
            String tried = places.isEmpty()
                    ? " Set it here."
                    : " Set it here, or at one of these places, which were tried in this order:"
                            + String.join(
                                    "",
                                    places.stream()
                                            .map(place -> "\n      " + place)
                                            .toList());
            return node.error("'" + name + "' is missing." + tried);
        };
    }
}
