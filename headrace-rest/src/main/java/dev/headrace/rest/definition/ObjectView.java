package dev.headrace.rest.definition;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import dev.headrace.config.ConfigNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object whose values may come from several places of a configuration: a resource laid over the defaults. Every value
 * keeps its own place for messages. Immutable.
 */
final class ObjectView implements ConfigNode {

    private final ConfigNode origin;
    private final Map<String, ConfigNode> fields;

    private ObjectView(ConfigNode origin, Map<String, ConfigNode> fields) {
        this.origin = origin;
        this.fields = fields;
    }

    /** The object as it is. */
    static ObjectView of(ConfigNode object) {
        Map<String, ConfigNode> fields = new LinkedHashMap<>();
        object.requireObject().keys().forEach(key -> object.find(key).ifPresent(value -> fields.put(key, value)));
        return new ObjectView(object, fields);
    }

    /** An object without fields. */
    static ObjectView empty(ConfigNode origin) {
        return new ObjectView(origin, Map.of());
    }

    /** An object of one field, which stands for its abbreviation at {@code origin}. */
    static ObjectView abbreviated(ConfigNode origin, String key) {
        return new ObjectView(origin, Map.of(key, origin));
    }

    /** All keys of both, the defaults' first; where both have a key this one's value counts, an explicit null included. */
    ObjectView over(ConfigNode defaults) {
        Map<String, ConfigNode> merged = new LinkedHashMap<>(of(defaults).fields);
        merged.putAll(fields);
        return new ObjectView(origin, merged);
    }

    /** A copy that lacks some keys. */
    ObjectView without(List<String> keys) {
        Map<String, ConfigNode> rest = new LinkedHashMap<>(fields);
        keys.forEach(rest::remove);
        return new ObjectView(origin, rest);
    }

    /** A copy in which one value is replaced, at its place in the order, or added. */
    ObjectView with(String key, ConfigNode value) {
        Map<String, ConfigNode> changed = new LinkedHashMap<>(fields);
        changed.put(key, value);
        return new ObjectView(origin, changed);
    }

    @Override
    public Kind kind() {
        return Kind.OBJECT;
    }

    @Override
    public String path() {
        return origin.path();
    }

    @Override
    public String location() {
        return origin.location();
    }

    @Override
    public List<String> keys() {
        return List.copyOf(fields.keySet());
    }

    @Override
    public Optional<ConfigNode> find(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    @Override
    public List<ConfigNode> elements() {
        return List.of();
    }

    @Override
    public Map<String, @Nullable Object> value() {
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        fields.forEach((key, node) -> value.put(key, node.value()));
        return value;
    }

    @Override
    public String text() {
        throw error("expected a text, found an object");
    }

    @Override
    public Secret secret() {
        throw error("expected a text, found an object");
    }

    @Override
    public long integer() {
        throw error("expected an integer, found an object");
    }

    @Override
    public boolean bool() {
        throw error("expected true or false, found an object");
    }

    @Override
    public ConfigException error(String message) {
        return origin.error(message);
    }

    @Override
    public ConfigException error(String key, String message) {
        ConfigNode value = fields.get(key);
        return value == null || origin.has(key) ? origin.error(key, message) : value.error(message);
    }
}
