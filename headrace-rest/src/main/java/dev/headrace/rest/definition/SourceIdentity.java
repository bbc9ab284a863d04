package dev.headrace.rest.definition;

import dev.headrace.Redactor;
import dev.headrace.config.ConfigNode;
import dev.headrace.json.JsonText;
import dev.headrace.rest.incremental.IncrementalDefinition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
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
 * What decides which records a source brings and how its requests look, as one short text. Settings that say how fast, how
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

    private final Redactor redactor;
    private boolean nameless;

    private SourceIdentity(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * The identity of a source.
     *
     * @param config from which the definition was read
     * @return empty when something is part of it that cannot be told from others, such as a function
     */
    public static Optional<String> of(ConfigNode config, SourceDefinition definition, Redactor redactor) {
        SourceIdentity identity = new SourceIdentity(redactor);
        List<@Nullable Object> parts = new ArrayList<>();
        parts.add(
                identity.fields(config, Stream.of("type", "parallelized", "resources", "resource_defaults", "client")));
        config.find("client").ifPresent(client -> parts.add(identity.fields(client, OF_SENDING.stream())));
        config.find("resource_defaults").ifPresent(defaults -> parts.add(identity.resource(defaults)));
        config.find("resources")
                .ifPresent(list -> list.elements().forEach(resource -> parts.add(identity.resource(resource))));
        definition.resources().forEach(resource -> parts.add(identity.asRead(resource)));
        return identity.nameless ? Optional.empty() : Optional.of(digest(JsonText.write(parts)));
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

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
