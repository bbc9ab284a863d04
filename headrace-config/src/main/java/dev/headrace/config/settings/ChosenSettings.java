package dev.headrace.config.settings;

import dev.headrace.Secret;
import dev.headrace.config.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Settings of which only some are given out: those that were chosen by name, and those of section {@code runtime}, which say
 * how Headrace itself works. For configurations that are not trusted: they choose where secrets are sent to, and so others
 * choose which. {@code a.b} and {@code A__B} are one name.
 */
public final class ChosenSettings implements Settings, Predicate<String> {

    private static final String RUNTIME = "runtime.";

    private final Settings all;
    private final Set<String> names;

    public ChosenSettings(Settings all, Collection<String> names) {
        this.all = all;
        this.names = names.stream().map(ChosenSettings::plain).collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("__", ".");
    }

    /** Whether the setting, or the environment variable, of that name is given out. */
    @Override
    public boolean test(String name) {
        return names.contains(plain(name));
    }

    private List<String> chosen(List<String> paths) {
        return paths.stream()
                .filter(path -> path.startsWith(RUNTIME) || test(path))
                .toList();
    }

    @Override
    public Optional<String> find(List<String> paths) {
        List<String> chosen = chosen(paths);
        return chosen.isEmpty() ? Optional.empty() : all.find(chosen);
    }

    @Override
    public Optional<Secret> findSecret(List<String> paths) {
        List<String> chosen = chosen(paths);
        return chosen.isEmpty() ? Optional.empty() : all.findSecret(chosen);
    }

    @Override
    public List<String> places(List<String> paths) {
        List<String> places = new ArrayList<>(chosen(paths).isEmpty() ? List.of() : all.places(chosen(paths)));
        List<String> others =
                paths.stream().filter(path -> !chosen(paths).contains(path)).toList();
        if (!others.isEmpty()) {
            places.add("nowhere (the configuration is not trusted, and none of these was allowed with --allow: "
                    + String.join(", ", others) + ")");
        }
        return places;
    }
}
