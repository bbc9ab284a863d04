package dev.headrace.config;

import dev.headrace.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The components that can be named in a configuration: one per provider on the class path. Immutable. */
public final class Components {

    private final List<ComponentProvider<?>> providers;

    private Components(List<ComponentProvider<?>> providers) {
        this.providers = providers;
    }

    /** All providers that the {@link ServiceLoader} finds for the class path; looked up once, as the class path stays. */
    public static Components onClassPath() {
        return ClassPath.COMPONENTS;
    }

    private static final class ClassPath {
        static final Components COMPONENTS = load();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // ServiceLoader knows raw types only
    private static Components load() {
        ServiceLoader<ComponentProvider> loader =
                ServiceLoader.load(ComponentProvider.class, Components.class.getClassLoader());
        List<ComponentProvider<?>> found = new ArrayList<>();
        loader.forEach(found::add);
        return new Components(List.copyOf(found));
    }

    /** The names of all components of a type, aliases left out, in alphabetical order. */
    public List<String> names(Class<?> type) {
        return providers.stream()
                .filter(p -> p.type() == type)
                .map(ComponentProvider::name)
                .sorted()
                .toList();
    }

    /**
     * Makes the component that {@code config} names: a text is the name itself, an object has it under {@code type}.
     *
     * @param noun what is looked for, for messages: "paginator"
     * @throws ConfigException for a missing or unknown name, with the nearest known one
     */
    public <T> T create(Class<T> type, String noun, ConfigNode config, ComponentContext context) {
        ConfigNode named = config.kind() == ConfigNode.Kind.OBJECT ? config.require("type") : config;
        return provider(type, noun, named).create(config, context);
    }

    /** The provider of that name. */
    @SuppressWarnings("unchecked") // type() says what it makes
    public <T> ComponentProvider<T> provider(Class<T> type, String noun, ConfigNode named) {
        String name = named.text();
        TreeMap<String, ComponentProvider<T>> known = new TreeMap<>();
        for (ComponentProvider<?> provider : providers) {
            if (provider.type() == type) {
                enter(known, provider.name(), (ComponentProvider<T>) provider);
                provider.aliases().forEach(alias -> enter(known, alias, (ComponentProvider<T>) provider));
            }
        }
        ComponentProvider<T> found = known.get(name);
        if (found == null) {
            throw named.error("unknown " + noun + " '" + name + "'" + Suggestions.among(name, "Known", known.keySet()));
        }
        return found;
    }

    private static <T> void enter(Map<String, ComponentProvider<T>> known, String name, ComponentProvider<T> provider) {
        ComponentProvider<T> other = known.put(name, provider);
        if (other != null) {
            throw new IllegalStateException(
                    "two components are named '" + name + "': " + other.getClass() + " and " + provider.getClass());
        }
    }
}
