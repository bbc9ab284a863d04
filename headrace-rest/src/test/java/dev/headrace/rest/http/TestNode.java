package dev.headrace.rest.http;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.Secret;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Settings;
import dev.headrace.json.JsonTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A configuration written as JSON. */
public record TestNode(@Nullable Object raw, String path) implements ConfigNode {

    public static ConfigNode of(String json) {
        return new TestNode(JsonTree.parse(json).toJava(), "node");
    }

    /** What a provider is given for the parts of the source {@code rest_api}. */
    public static ComponentContext context(Settings settings) {
        return new ComponentContext("rest_api", Path.of(""), settings, new Redactor());
    }

    @Override
    public Kind kind() {
        if (raw == null) {
            return Kind.NULL;
        }
        if (raw instanceof Map) {
            return Kind.OBJECT;
        }
        if (raw instanceof List) {
            return Kind.LIST;
        }
        if (raw instanceof Boolean) {
            return Kind.BOOLEAN;
        }
        if (raw instanceof Number) {
            return raw instanceof Double ? Kind.DECIMAL : Kind.INTEGER;
        }
        return Kind.TEXT;
    }

    @Override
    public String location() {
        return path;
    }

    @Override
    public List<String> keys() {
        return raw instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    @Override
    public Optional<ConfigNode> find(String key) {
        return raw instanceof Map<?, ?> map && map.containsKey(key)
                ? Optional.of(new TestNode(map.get(key), path + "." + key))
                : Optional.empty();
    }

    @Override
    public List<ConfigNode> elements() {
        return raw instanceof List<?> list
                ? list.stream()
                        .map(e -> (ConfigNode) new TestNode(e, path + "[]"))
                        .toList()
                : List.of();
    }

    @Override
    public @Nullable Object value() {
        return raw;
    }

    @Override
    public String text() {
        requireKind(Kind.TEXT);
        return String.valueOf(raw);
    }

    @Override
    public Secret secret() {
        return Secret.of(String.valueOf(raw));
    }

    @Override
    public long integer() {
        requireKind(Kind.INTEGER);
        return ((Number) java.util.Objects.requireNonNull(raw)).longValue();
    }

    @Override
    public boolean bool() {
        requireKind(Kind.BOOLEAN);
        return Boolean.TRUE.equals(raw);
    }

    @Override
    public ConfigException error(String message) {
        return new ConfigException(path + ": " + message);
    }

    @Override
    public ConfigException error(String key, String message) {
        return new ConfigException(path + "." + key + ": " + message);
    }
}
