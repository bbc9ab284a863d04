package dev.headrace.config;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One value of a configuration, with its place. Whatever the file's notation (YAML, JSON, a Python literal, a Java map), it
 * looks the same from here. Typed accessors throw a {@link ConfigException} that names file, line, column, path, what was
 * found and what is allowed; texts are never turned into numbers.
 */
public interface ConfigNode {

    /** The shapes a value can have. */
    enum Kind {
        OBJECT("an object"),
        LIST("a list"),
        TEXT("a text"),
        INTEGER("an integer"),
        DECIMAL("a decimal number"),
        BOOLEAN("true or false"),
        NULL("null");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        /** The kind with its article, for messages. */
        public String description() {
            return description;
        }
    }

    Kind kind();

    /** From the root, such as {@code resources[0].endpoint.paginator}; empty for the root. */
    String path();

    /** File and position with the path, such as {@code calendar.yml:14:7 resources[0].endpoint}; for messages. */
    String location();

    /** Keys of an object in the order written; empty for any other kind. */
    List<String> keys();

    /** The value of a key; empty when absent. An explicit null is a node of kind {@code NULL}. */
    Optional<ConfigNode> find(String key);

    /** Elements of a list; empty for any other kind. */
    List<ConfigNode> elements();

    /**
     * The whole value as plain Java: {@code String}, {@code Long} ({@code BigInteger} beyond 64 bits), {@code Double},
     * {@code Boolean}, {@code List}, ordered {@code Map}, or null. Placeholders for secrets are resolved.
     */
    @Nullable
    Object value();

    /** The text of a {@code TEXT} node, placeholders resolved. */
    String text();

    /**
     * The text of a {@code TEXT} node, placeholders resolved, where each value that takes the place of one has gone through
     * {@code inserted} first; for texts in which some characters have a meaning that such values must not have.
     */
    default String text(UnaryOperator<String> inserted) {
        return text();
    }

    /** The text as a secret that the run's redactor knows; numbers are taken as their text. */
    Secret secret();

    /** The number of an {@code INTEGER} node. */
    long integer();

    /** The truth of a {@code BOOLEAN} node. */
    boolean bool();

    /** A failure about this node; {@code message} says what is wrong and the way out, without the place. */
    ConfigException error(String message);

    /** A failure about one key of this object, placed at the key where it is present. */
    ConfigException error(String key, String message);

    /** Whether the key is there, an explicit null included. */
    default boolean has(String key) {
        return find(key).isPresent();
    }

    /** The value of a key that is present and not null. */
    default Optional<ConfigNode> present(String key) {
        return find(key).filter(node -> node.kind() != Kind.NULL);
    }

    /** The value of a key that must be there and not null. */
    default ConfigNode require(String key) {
        return present(key).orElseThrow(() -> error(key, "'" + key + "' is required"));
    }

    default Optional<String> text(String key) {
        return present(key).map(ConfigNode::text);
    }

    default String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    default long integer(String key, long otherwise) {
        return present(key).map(ConfigNode::integer).orElse(otherwise);
    }

    default boolean bool(String key, boolean otherwise) {
        return present(key).map(ConfigNode::bool).orElse(otherwise);
    }

    /**
     * The one of several values whose label this text is.
     *
     * @param what the values are, for the message when it is none of them
     */
    default <T> T choice(String what, T[] values, Function<T, String> label) {
        List<String> known = Arrays.stream(values).map(label).toList();
        int index = known.indexOf(text());
        if (index < 0) {
            throw error("unknown " + what + " '" + text() + "'" + Suggestions.among(text(), "Known", known));
        }
        return values[index];
    }

    /** Fails, naming each with the nearest allowed one, when there are other keys than these. */
    default void onlyKeys(List<String> allowed) {
        List<String> problems = keys().stream()
                .filter(key -> !allowed.contains(key))
                .map(key -> error(key, "unknown key '" + key + "'" + Suggestions.among(key, "Allowed here", allowed))
                        .message())
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** Fails unless this is an object. */
    default ConfigNode requireObject() {
        return requireKind(Kind.OBJECT);
    }

    /** Fails unless this is of that kind. */
    default ConfigNode requireKind(Kind expected) {
        if (kind() != expected) {
            throw error("expected " + expected.description() + ", found " + kind().description());
        }
        return this;
    }
}
