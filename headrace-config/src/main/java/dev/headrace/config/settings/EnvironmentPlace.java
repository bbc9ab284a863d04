package dev.headrace.config.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Environment variables: {@code a.b} is {@code A__B}; a path without dots may also be the variable's exact name. */
record EnvironmentPlace(Map<String, String> variables) implements SettingsPlace {

    EnvironmentPlace {
        variables = Map.copyOf(variables);
    }

    @Override
    public Optional<Setting> find(String path) {
        return names(path).stream()
                .filter(variables::containsKey)
                .findFirst()
                .map(name -> new Setting(variables.getOrDefault(name, ""), "environment variable " + name, true));
    }

    private static List<String> names(String path) {
        String upper = path.toUpperCase(Locale.ROOT).replace(".", "__");
        return path.contains(".") || upper.equals(path) ? List.of(upper) : List.of(upper, path);
    }

    @Override
    public List<String> describe(List<String> paths) {
        return paths.stream()
                .map(path -> "environment variable " + names(path).get(0))
                .toList();
    }

    @Override
    public String toString() {
        return "environment";
    }
}
