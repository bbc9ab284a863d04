package dev.headrace.rest.definition;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import dev.headrace.config.ConfigNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that was put together in Java: maps, lists, texts, numbers, truth values and null, {@link Secret}s, and
 * finished components (a paginator, an authenticator) where a file would describe one. Checked like a file; places are
 * paths.
 */
public final class JavaNode implements ConfigNode {

    private final @Nullable Object raw;
    private final String path;

    private JavaNode(@Nullable Object raw, String path) {
        this.raw = raw;
        this.path = path;
    }

    /** The root of a configuration; later changes of {@code configuration} show through. */
    public static JavaNode of(Map<String, ?> configuration) {
        return new JavaNode(configuration, "");
    }

    /** The finished component at a node, if the configuration was made in Java and has one of that type there. */
    static <T> Optional<T> component(ConfigNode node, Class<T> type) {
        return node instanceof JavaNode java && type.isInstance(java.raw)
                ? Optional.of(type.cast(java.raw))
                : Optional.empty();
    }

    @Override
    public Kind kind() {
        if (raw == null) {
            return Kind.NULL;
        }
        if (raw instanceof String || raw instanceof Secret) {
            return Kind.TEXT;
        }
        if (raw instanceof Boolean) {
            return Kind.BOOLEAN;
        }
        if (raw instanceof List) {
            return Kind.LIST;
        }
        if (raw instanceof Number) {
            return raw instanceof Double || raw instanceof Float ? Kind.DECIMAL : Kind.INTEGER;
        }
        return Kind.OBJECT;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String location() {
        return path.isEmpty() ? "configuration" : path;
    }

    @Override
    public List<String> keys() {
        return raw instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    @Override
    public Optional<ConfigNode> find(String key) {
        if (!(raw instanceof Map<?, ?> map) || !map.containsKey(key)) {
            return Optional.empty();
        }
        return Optional.of(new JavaNode(map.get(key), path.isEmpty() ? key : path + "." + key));
    }

    @Override
    public List<ConfigNode> elements() {
        List<ConfigNode> elements = new ArrayList<>();
        if (raw instanceof List<?> list) {
            list.forEach(element -> elements.add(new JavaNode(element, path + "[" + elements.size() + "]")));
        }
        return elements;
    }

    @Override
    public @Nullable Object value() {
        if (raw instanceof Integer || raw instanceof Short || raw instanceof Byte) {
            return ((Number) raw).longValue();
        }
        if (raw instanceof BigInteger || raw instanceof Float) {
            return raw instanceof Float number ? (Object) number.doubleValue() : raw;
        }
        if (raw instanceof List) {
            return elements().stream().map(ConfigNode::value).toList();
        }
        return raw instanceof Map ? ObjectView.of(this).value() : raw instanceof Secret s ? s.reveal() : raw;
    }

    @Override
    public String text() {
        requireKind(Kind.TEXT);
        return secret().reveal();
    }

    @Override
    public String text(UnaryOperator<String> inserted) {
        return raw instanceof Secret secret ? inserted.apply(secret.reveal()) : text();
    }

    @Override
    public Secret secret() {
        if (raw instanceof Secret secret) {
            return secret;
        }
        if (raw instanceof String || raw instanceof Number) {
            return Secret.of(raw.toString());
        }
        throw error("expected a text, found " + kind().description());
    }

    @Override
    public long integer() {
        requireKind(Kind.INTEGER);
        return ((Number) Objects.requireNonNull(raw)).longValue();
    }

    @Override
    public boolean bool() {
        requireKind(Kind.BOOLEAN);
        return Boolean.TRUE.equals(raw);
    }

    @Override
    public ConfigException error(String message) {
        return new ConfigException(location() + ": " + message);
    }

    @Override
    public ConfigException error(String key, String message) {
        return find(key).map(node -> node.error(message)).orElseGet(() -> error(message));
    }
}
