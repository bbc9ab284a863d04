package dev.headrace.rest.definition;

import dev.headrace.Redactor;
import dev.headrace.config.ConfigNode;
import dev.headrace.json.JsonText;
import dev.headrace.rest.incremental.IncrementalDefinition;
import dev.headrace.rest.position.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What decides which records a source brings and how its requests look, as short texts. Settings that say how fast, how
 * often, by which way and by whom are no part of it, nor are those that concern tables only.
 */
public final class SourceIdentity {

    private static final Set<String> OF_SENDING = Set.of(
            "auth",
            "retry",
            "timeout",
            "rate_limit",
            "max_response_size",
            "concurrency",
            "parallelized",
            "allowed_hosts",
            "tls",
            "proxy",
            "session");

    /** What objects are called that have no better name: another one in each process. */
    private static final Pattern NAMELESS = Pattern.compile("[\\w$/]@[0-9a-f]{1,16}\\b|\\$\\$Lambda");

    /** Enough to tell two settings from each other. */
    private static final int DIGITS = 16;

    private final Redactor redactor;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private boolean nameless;

    private SourceIdentity(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * The identity of a source: a digest of each setting, by a name for people.
     *
     * @param config from which the definition was read
     * @return empty when something is part of it that cannot be told from others, such as a function
     */
    public static Optional<Map<String, String>> of(ConfigNode config, SourceDefinition definition, Redactor redactor) {
        SourceIdentity identity = new SourceIdentity(redactor);
        identity.add("", " of the source", identity.ofSource(config));
        config.find("client")
                .ifPresent(client -> identity.add("client.", "", identity.fields(client, OF_SENDING.stream())));
        config.find("resource_defaults")
                .ifPresent(defaults -> identity.add("resource_defaults.", "", identity.resource(defaults)));
        identity.put(
                "the list of resources",
                definition.resources().stream().map(ResourceDefinition::name).toList());
        config.find("resources").ifPresent(list -> identity.addResources(list.elements()));
        definition
                .resources()
                .forEach(resource -> identity.put(
                        "what the call and the environment ask of resource '" + resource.name() + "'",
                        identity.asRead(resource)));
        return identity.nameless ? Optional.empty() : Optional.of(Collections.unmodifiableMap(identity.parts));
    }

    /** All parts as one short text. */
    public static String whole(Map<String, String> parts) {
        return Digest.of(JsonText.write(parts));
    }

    private void addResources(List<ConfigNode> resources) {
        for (int i = 0; i < resources.size(); i++) {
            ConfigNode resource = resources.get(i);
            Optional<String> name = resource.kind() == ConfigNode.Kind.OBJECT
                    ? resource.find("name")
                            .filter(node -> node.kind() == ConfigNode.Kind.TEXT)
                            .map(ConfigNode::text)
                    : Optional.empty();
            String which =
                    name.map(text -> "resource '" + redactor.redact(text) + "'").orElse("resource " + (i + 1));
            Object settings = resource(resource);
            if (settings instanceof Map<?, ?> fields) {
                add("", " of " + which, fields);
            } else {
                put(which, settings);
            }
        }
    }

    /** One part for each field, and for each of its endpoint. */
    private void add(String before, String behind, @Nullable Object settings) {
        if (!(settings instanceof Map<?, ?> fields)) {
            put("'" + before + "'" + behind, settings);
            return;
        }
        fields.forEach((key, value) -> {
            if ("endpoint".equals(key) && value instanceof Map<?, ?>) {
                add(before + "endpoint.", behind, value);
            } else {
                put("'" + before + key + "'" + behind, value);
            }
        });
    }

    private void put(String part, @Nullable Object value) {
        parts.put(part, Digest.of(JsonText.write(value)).substring(0, DIGITS));
    }

    private Map<String, @Nullable Object> ofSource(ConfigNode config) {
        return fields(config, Stream.of("type", "parallelized", "resources", "resource_defaults", "client"));
    }

    private @Nullable Object resource(ConfigNode resource) {
        if (resource.kind() != ConfigNode.Kind.OBJECT) {
            return value(resource);
        }
        Map<String, @Nullable Object> fields = fields(
                resource,
                Stream.of(OF_SENDING, Keys.OF_TABLES, List.of("selected", "endpoint"))
                        .flatMap(Collection::stream));
        resource.find("endpoint")
                .ifPresent(endpoint -> fields.put(
                        "endpoint",
                        endpoint.kind() == ConfigNode.Kind.OBJECT
                                ? fields(endpoint, OF_SENDING.stream())
                                : value(endpoint)));
        return fields;
    }

    /** What other things than the configuration have a say in: options of the run, the environment. */
    private List<@Nullable Object> asRead(ResourceDefinition resource) {
        IncrementalDefinition incremental = resource.endpoint().incremental();
        List<@Nullable Object> read = new ArrayList<>();
        read.add(resource.name());
        read.add(resource.selected());
        if (incremental != null) {
            read.add(redactor.redact(incremental.bounds() + " " + incremental.key()));
        }
        return read;
    }

    /** All but the named ones, in the order of their names. */
    private Map<String, @Nullable Object> fields(ConfigNode node, Stream<String> without) {
        Set<String> left = without.collect(Collectors.toSet());
        Map<String, @Nullable Object> fields = new TreeMap<>();
        node.keys().stream()
                .filter(key -> !left.contains(key))
                .forEach(key -> fields.put(
                        redactor.redact(key), node.find(key).map(this::value).orElse(null)));
        return fields;
    }

    private @Nullable Object value(ConfigNode node) {
        return switch (node.kind()) {
            case OBJECT -> component(node).orElseGet(() -> fields(node, Stream.of()));
            case LIST ->
                node.elements().stream()
                        .map(this::value)
                        .collect(ArrayList<@Nullable Object>::new, ArrayList::add, ArrayList::addAll);
            case TEXT -> redactor.redact(node.text());
            default -> node.value();
        };
    }

    /** A finished component that was given in Java. */
    private Optional<Object> component(ConfigNode node) {
        Optional<Object> component = JavaNode.component(node, Object.class).filter(raw -> !(raw instanceof Map));
        nameless |= component.isPresent()
                && NAMELESS.matcher(component.get().toString()).find();
        return component.map(raw -> raw.getClass().getName() + " " + redactor.redact(raw.toString()));
    }
}
