package dev.headrace.config;

import java.util.List;

/**
 * Makes one kind of component from its configuration: a source, a destination, a paginator, an authenticator. Found by
 * {@link java.util.ServiceLoader}: name the class in {@code META-INF/services/dev.headrace.config.ComponentProvider}.
 * Implementations are public, stateless, and only call what a Java user could call as well.
 *
 * @param <T> what is made
 */
public interface ComponentProvider<T> {

    /** What is made. */
    Class<T> type();

    /** The name users write as {@code type}; unique among providers of one {@link #type()}. */
    String name();

    /** Other spellings of the name. */
    default List<String> aliases() {
        return List.of();
    }

    /**
     * Makes the component.
     *
     * @param config the component's node: an object (its {@code type} included), or a plain text that names the type
     * @throws dev.headrace.ConfigException with every problem found below {@code config}
     */
    T create(ConfigNode config, ComponentContext context);
}
