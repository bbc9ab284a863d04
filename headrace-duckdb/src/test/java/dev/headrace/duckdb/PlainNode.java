package dev.headrace.duckdb;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import dev.headrace.config.ConfigNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A configuration made of plain Java values, for tests. */
record PlainNode(String path, @Nullable Object value) implements ConfigNode {

    static ConfigNode of(Object value) {
        return new PlainNode("destination", value);
    }

    @Override
    public Kind kind() {
        if (value instanceof Map) {
            return Kind.OBJECT;
        }
        return value instanceof String ? Kind.TEXT : value instanceof Long ? Kind.INTEGER : Kind.NULL;
    }

    @Override
    public String location() {
        return "test.yml " + path;
    }

    @Override
    public List<String> keys() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).sorted().toList()
                : List.of();
    }

    @Override
    public Optional<ConfigNode> find(String key) {
        return value instanceof Map<?, ?> map && map.containsKey(key)
                ? Optional.of(new PlainNode(path + "." + key, map.get(key)))
                : Optional.empty();
    }

    @Override
    public List<ConfigNode> elements() {
        return List.of();
    }

    @Override
    public String text() {
        requireKind(Kind.TEXT);
        return String.valueOf(value);
    }

    @Override
    public Secret secret() {
        return Secret.of(text());
    }

    @Override
    public long integer() {
        requireKind(Kind.INTEGER);
        return value instanceof Long number ? number : 0;
    }

    @Override
    public boolean bool() {
        throw error("not a boolean");
    }

    @Override
    public ConfigException error(String message) {
        return new ConfigException(location() + ": " + message);
    }

    @Override
    public ConfigException error(String key, String message) {
        return new ConfigException(location() + "." + key + ": " + message);
    }
}
