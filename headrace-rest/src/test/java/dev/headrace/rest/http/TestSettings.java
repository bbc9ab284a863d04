package dev.headrace.rest.http;

import dev.headrace.Secret;
import dev.headrace.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Settings by their dotted path. */
public record TestSettings(Map<String, String> values) implements Settings {

    @Override
    public Optional<String> find(List<String> paths) {
        return paths.stream().map(values::get).filter(Objects::nonNull).findFirst();
    }

    @Override
    public Optional<Secret> findSecret(List<String> paths) {
        return find(paths).map(Secret::of);
    }

    @Override
    public List<String> places(List<String> paths) {
        return paths;
    }
}
